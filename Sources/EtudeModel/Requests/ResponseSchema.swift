public import EtudeCore

/// The JSON Schema that an answer must follow, where the server can enforce one.
public struct ResponseSchema: Sendable, Hashable {
    /// A name of at most 64 letters, digits, `_` and `-`.
    public let name: String
    /// The schema; strict servers want every property required and `additionalProperties: false`.
    public let schema: JSONValue

    /// A schema with its name.
    public init(name: String, schema: JSONValue) {
        self.name = name
        self.schema = schema
    }
}
