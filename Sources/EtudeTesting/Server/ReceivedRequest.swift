public import EtudeCore

/// A request that reached the loopback server.
public struct ReceivedRequest: Sendable, Hashable {
    /// The path, such as `/v1/chat/completions`.
    public let path: String
    /// The value of `Authorization`; empty where there is none.
    public let authorization: String
    /// The body.
    public let body: JSONValue

    /// A request with its parts.
    public init(path: String, authorization: String, body: JSONValue) {
        self.path = path
        self.authorization = authorization
        self.body = body
    }
}
