public import EtudeCore

/// One request of a batch.
public struct BatchRequest: Sendable, Hashable {
    /// The name under which its result comes back: 1 to 64 letters, digits, `_` and `-`, unique in the batch.
    public let customID: String
    /// The body that a single request would have.
    public let body: JSONValue

    /// A request with its name.
    public init(customID: String, body: JSONValue) {
        self.customID = customID
        self.body = body
    }
}

/// The requests of a batch, read one by one, as often as needed.
public struct BatchRequests: Sendable {
    /// Gives the next request, and nil after the last.
    public typealias Cursor = () throws -> BatchRequest?

    /// SHA-256 of what holds the requests, in hexadecimal digits.
    public let digest: String
    private let open: @Sendable () throws -> Cursor

    /// Requests behind a function that begins to read them.
    public init(digest: String, open: @escaping @Sendable () throws -> Cursor) {
        self.digest = digest
        self.open = open
    }

    /// Begins to read at the first request.
    public func cursor() throws -> Cursor { try open() }
}
