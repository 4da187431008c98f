public import EtudeCore

extension ChatAnswer {
    /// The answer as `{"text", "reasoning", "finish_reason", "usage", "model", "request_id"}`.
    ///
    /// `usage` is `{"input", "output"}` or null. `"refusal_category"` and `"fingerprint"` follow where they are not empty.
    public var json: JSONValue {
        let members: JSONValue = [
            "text": .string(text),
            "reasoning": .string(reasoning),
            "finish_reason": .string(finishReason.rawValue),
            "usage": usage.map { ["input": .int($0.input), "output": .int($0.output)] } ?? .null,
            "model": .string(model),
            "request_id": .string(requestID),
        ]
        let further = [("refusal_category", refusalCategory), ("fingerprint", fingerprint)].filter { !$0.1.isEmpty }
        return .object((members.members ?? []) + further.map { JSONMember($0.0, .string($0.1)) })
    }

    /// Reads an answer from the object that ``json`` makes.
    ///
    /// - Parameter json: an object with exactly those keys; the last two may be missing.
    /// - Throws: ``EtudeError`` with code `data` that names the first key that is missing or wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let reason = try reader.string("finish_reason")
        guard let finishReason = FinishReason(rawValue: reason) else {
            let known = FinishReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw EtudeError(.data, "The key \"finish_reason\" holds \"\(reason)\"; it should be one of \(known).")
        }
        self.init(
            text: try reader.string("text"),
            reasoning: try reader.string("reasoning"),
            finishReason: finishReason,
            usage: try TokenUsage(json: try reader.value("usage")),
            model: try reader.string("model"),
            requestID: try reader.string("request_id"),
            refusalCategory: try reader.optionalString("refusal_category") ?? "",
            fingerprint: try reader.optionalString("fingerprint") ?? ""
        )
        try reader.refuseOtherKeys()
    }
}

extension TokenUsage {
    /// Reads a count from `{"input", "output"}`; null is no count.
    fileprivate init?(json: JSONValue) throws(EtudeError) {
        guard json != .null else { return nil }
        var reader = RecordReader(json)
        self.init(input: try reader.int("input"), output: try reader.int("output"))
        try reader.refuseOtherKeys()
    }
}
