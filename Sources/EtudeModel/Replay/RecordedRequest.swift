public import EtudeCore

/// A request as a recording shows it: enough for a person, or another program, to answer it.
public struct RecordedRequest: Sendable, Hashable {
    /// The model's name.
    public let model: String
    /// The request's key, by which its answer is found.
    public let key: String
    /// The turns, oldest first.
    public let messages: [Message]
    /// The item seed, 16 hexadecimal digits.
    public let seed: String
    /// How often an answer to the same question could not be used.
    public let ask: Int
    /// The temperature, where one was set.
    public let temperature: Double?
    /// Whether the answer had to follow a schema.
    public let hasSchema: Bool

    /// The record of a request to a model of a name.
    public init(_ request: ChatRequest, model: String) {
        self.model = model
        key = request.key(model: model)
        messages = request.messages
        seed = request.seed.description
        ask = request.ask
        temperature = request.settings.temperature
        hasSchema = request.schema != nil
    }

    /// The request as `{"model", "key", "messages", "seed", "ask", "temperature", "schema"}`.
    public var json: JSONValue { .object(members) }

    var members: [JSONMember] {
        [
            JSONMember("model", .string(model)),
            JSONMember("key", .string(key)),
            JSONMember("messages", .array(messages.map(\.json))),
            JSONMember("seed", .string(seed)),
            JSONMember("ask", .int(ask)),
            JSONMember("temperature", temperature.map(JSONValue.double) ?? .null),
            JSONMember("schema", .bool(hasSchema)),
        ]
    }

    init(reader: inout RecordReader) throws(EtudeError) {
        model = try reader.string("model")
        key = try reader.requestKey()
        messages = try Message.list(try reader.array("messages"))
        seed = try reader.string("seed")
        ask = try reader.int("ask")
        let temperature = try reader.value("temperature")
        guard temperature == .null || temperature.double != nil else {
            throw EtudeError(.data, "The key \"temperature\" should hold a number or null.")
        }
        self.temperature = temperature.double
        hasSchema = try reader.bool("schema")
    }
}

extension RecordReader {
    /// The key of a request.
    mutating func requestKey() throws(EtudeError) -> String {
        let key = try string("key")
        guard key.utf8.count == 64, key.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
            throw EtudeError(.data, "The key \"key\" should hold 64 lower-case hexadecimal digits.")
        }
        return key
    }
}
