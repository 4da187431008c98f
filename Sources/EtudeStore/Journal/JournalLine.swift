import EtudeCore

/// One line of an exported journal.
///
/// The first line is the header, `{"journal":"etude","schema":2,"pipeline":"…"}`; each further one is an answer, which has
/// the key `answer`, or a failed try, which has the key `failure`. Keys that schema 1 did not have may be missing.
enum JournalLine {
    /// Where an export begins; several exports may follow one another in a file.
    case header
    case entry(JournalEntry)

    private static let program = "etude"

    /// The first line of an export.
    static func header(pipeline: String) -> JSONValue {
        ["journal": .string(program), "schema": .int(JournalSchema.version), "pipeline": .string(pipeline)]
    }

    /// Reads a line.
    ///
    /// - Parameter json: the line.
    /// - Throws: ``EtudeError`` with code `data` that names the first key that is missing or wrong.
    init(_ json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        if reader.has("journal") {
            try Self.checkHeader(&reader)
            self = .header
        } else if reader.has("failure") {
            self = .entry(.attempt(try JournalAttempt(&reader)))
        } else {
            self = .entry(.answer(try JournalAnswer(&reader)))
        }
        try reader.refuseOtherKeys()
    }

    private static func checkHeader(_ reader: inout RecordReader) throws(EtudeError) {
        let schema = try reader.int("schema")
        guard try reader.string("journal") == program, 1...JournalSchema.version ~= schema else {
            throw EtudeError(
                .data,
                """
                This was exported by another program, or a newer one (schema \(schema); this one knows \
                \(JournalSchema.version)). Use that program.
                """
            )
        }
        _ = try reader.string("pipeline")
    }
}

extension JournalAnswer {
    /// The answer as a line of an export; what is not known is left out.
    var json: JSONValue {
        var members = [
            JSONMember("key", .string(key)), JSONMember("model", .string(model)),
            JSONMember("purpose", .string(purpose)),
            JSONMember("outcome", .string(outcome)), JSONMember("answer", payload),
            JSONMember("model_returned", .string(modelReturned)),
        ]
        members.add("token_limit", tokenLimit)
        members.append(JSONMember("is_truncated", .bool(isTruncated)))
        members.add("input_tokens", inputTokens)
        members.add("output_tokens", outputTokens)
        members.add(estimatedInput, estimatedOutput, cost, currency)
        members.add(requestID: requestID, createdAt: createdAt, duration: durationMilliseconds)
        return .object(members)
    }

    fileprivate init(_ reader: inout RecordReader) throws(EtudeError) {
        let payload = try reader.value("answer")
        guard payload.members != nil else { throw EtudeError(.data, "The key \"answer\" should hold an object.") }
        // Schema 1 told a request that was given up by its payload alone.
        let outcome = try reader.optionalString("outcome") ?? (payload["failed"] == nil ? "" : Self.failed)
        self.init(
            key: try reader.requestKey(),
            model: try reader.string("model"),
            tokenLimit: try reader.optionalInt("token_limit"),
            isTruncated: try reader.bool("is_truncated"),
            payload: payload,
            inputTokens: try reader.optionalInt("input_tokens"),
            outputTokens: try reader.optionalInt("output_tokens"),
            requestID: try reader.string("request_id"),
            purpose: try reader.string("purpose"),
            createdAt: try reader.int("created_at"),
            durationMilliseconds: try reader.int("duration_milliseconds"),
            outcome: outcome,
            modelReturned: try reader.optionalString("model_returned") ?? "",
            estimatedInput: try reader.optionalInt("estimated_input"),
            estimatedOutput: try reader.optionalInt("estimated_output"),
            cost: try reader.optionalNumber("cost"),
            currency: try reader.optionalString("currency")
        )
    }
}

extension JournalAttempt {
    /// The try as a line of an export; what is not known is left out.
    var json: JSONValue {
        var members = [
            JSONMember("key", .string(key)), JSONMember("model", .string(model)),
            JSONMember("purpose", .string(purpose)),
            JSONMember("failure", .string(kind)), JSONMember("message", .string(message)),
        ]
        members.add(estimatedInput, estimatedOutput, cost, currency)
        members.add(requestID: requestID, createdAt: createdAt, duration: durationMilliseconds)
        return .object(members)
    }

    fileprivate init(_ reader: inout RecordReader) throws(EtudeError) {
        self.init(
            key: try reader.requestKey(),
            model: try reader.string("model"),
            purpose: try reader.string("purpose"),
            kind: try reader.string("failure"),
            message: try reader.string("message"),
            createdAt: try reader.int("created_at"),
            requestID: try reader.optionalString("request_id") ?? "",
            durationMilliseconds: try reader.optionalInt("duration_milliseconds") ?? 0,
            estimatedInput: try reader.optionalInt("estimated_input"),
            estimatedOutput: try reader.optionalInt("estimated_output"),
            cost: try reader.optionalNumber("cost"),
            currency: try reader.optionalString("currency")
        )
    }
}

extension [JSONMember] {
    fileprivate mutating func add(_ key: String, _ number: Int?) {
        if let number { append(JSONMember(key, .int(number))) }
    }

    fileprivate mutating func add(_ input: Int?, _ output: Int?, _ cost: Double?, _ currency: String?) {
        add("estimated_input", input)
        add("estimated_output", output)
        if let cost { append(JSONMember("cost", .double(cost))) }
        if let currency { append(JSONMember("currency", .string(currency))) }
    }

    fileprivate mutating func add(requestID: String, createdAt: Int, duration: Int) {
        append(JSONMember("request_id", .string(requestID)))
        append(JSONMember("created_at", .int(createdAt)))
        append(JSONMember("duration_milliseconds", .int(duration)))
    }
}

extension RecordReader {
    fileprivate mutating func requestKey() throws(EtudeError) -> String {
        let key = try string("key")
        guard key.utf8.count == 64, key.utf8.allSatisfy({ 48...57 ~= $0 || 97...102 ~= $0 }) else {
            throw EtudeError(.data, "The key \"key\" should hold 64 lower-case hexadecimal digits.")
        }
        return key
    }

    fileprivate mutating func optionalInt(_ key: String) throws(EtudeError) -> Int? {
        has(key) ? try int(key) : nil
    }

    fileprivate mutating func optionalNumber(_ key: String) throws(EtudeError) -> Double? {
        guard has(key) else { return nil }
        guard let number = try value(key).double else {
            throw EtudeError(.data, "The key \"\(key)\" should hold a number.")
        }
        return number
    }
}
