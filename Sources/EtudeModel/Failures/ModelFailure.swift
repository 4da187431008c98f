/// Why a model did not answer.
public struct ModelFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The most characters that are kept of a provider's words.
    public static let messageLimit = 500

    /// The kind of failure, which decides what is done about it.
    public let kind: FailureKind
    /// The provider's own words or a sentence of ours, without secrets, at most ``messageLimit`` characters.
    public let message: String
    /// How long the server wants to be left alone, at least.
    public let retryAfter: Duration?
    /// Whether the same request may succeed later: as the server says, or else as the kind has it.
    public let isRetryable: Bool
    /// The server's name for the request; empty where it gave none.
    public let requestID: String

    /// A failure.
    ///
    /// - Parameters:
    ///   - kind: the kind.
    ///   - message: what happened; it is cut to ``messageLimit`` characters.
    ///   - retryAfter: how long the server wants to be left alone, where it says so.
    ///   - isRetryable: what the server says of trying again, where it does; a fatal kind is never tried again.
    ///   - requestID: the server's name for the request, where it gave one.
    public init(
        _ kind: FailureKind,
        _ message: String,
        retryAfter: Duration? = nil,
        isRetryable: Bool? = nil,
        requestID: String = ""
    ) {
        self.kind = kind
        self.message = String(message.prefix(Self.messageLimit))
        self.retryAfter = retryAfter
        self.isRetryable = !kind.isFatal && (isRetryable ?? kind.isRetryable)
        self.requestID = requestID
    }

    /// The kind and the message.
    public var description: String { "\(kind.rawValue): \(message)" }
}
