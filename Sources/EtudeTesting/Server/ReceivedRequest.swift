public import EtudeCore

/// A request that reached the loopback server.
public struct ReceivedRequest: Sendable, Hashable {
    /// The method, such as `POST`.
    public let method: String
    /// The path, such as `/v1/chat/completions`.
    public let path: String
    /// What follows the path, such as `api-version=2024-10-21`; empty where nothing does.
    public let query: String
    /// The header fields, their names in small letters.
    public let headers: [String: String]
    /// The body; null where there is none.
    public let body: JSONValue

    /// The value of `Authorization`; empty where there is none.
    public var authorization: String { headers["authorization"] ?? "" }

    /// A request with its parts.
    public init(
        method: String = "POST",
        path: String,
        query: String = "",
        headers: [String: String] = [:],
        body: JSONValue
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}
