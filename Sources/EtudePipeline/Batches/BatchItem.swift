import EtudeCore
import EtudeModel

/// One request of a batch as its file on disk holds it: what is sent, and what it takes to journal the answer.
struct BatchItem: Sendable, Hashable {
    /// What it takes to journal an answer.
    struct Facts: Sendable, Hashable {
        /// The request's key.
        let key: String
        /// What was asked for.
        let purpose: String
        /// How large request and answer may be, for the bill and the budget.
        let size: RequestSize
    }

    let facts: Facts
    /// The body that is sent.
    let body: JSONValue

    /// The request's name in the batch.
    var customID: String { Self.customID(facts.key) }

    /// The name in a batch of the request with a key: as many digits as providers allow with ease.
    static func customID(_ key: String) -> String { String(key.prefix(40)) }

    /// A line of the file.
    ///
    /// It is longer than any provider's own line for the same request, so that a file within the limits makes a batch within
    /// them.
    var json: JSONValue {
        [
            "custom_id": .string(customID), "key": .string(facts.key), "purpose": .string(facts.purpose),
            "input_tokens": .int(facts.size.input), "most_input_tokens": .int(facts.size.mostInput),
            "token_limit": facts.size.mostOutput.map(JSONValue.int) ?? .null, "body": body,
        ]
    }

    init(facts: Facts, body: JSONValue) {
        self.facts = facts
        self.body = body
    }

    init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        facts = Facts(
            key: try reader.string("key"),
            purpose: try reader.string("purpose"),
            size: RequestSize(
                input: try reader.int("input_tokens"),
                mostInput: try reader.int("most_input_tokens"),
                mostOutput: try reader.value("token_limit").int
            )
        )
        body = try reader.value("body")
        guard try reader.string("custom_id") == customID else {
            throw EtudeError(.data, "The key \"custom_id\" does not belong to the key \"key\".")
        }
        try reader.refuseOtherKeys()
    }
}
