/// A try that failed on the wire: no answer, and so nothing to decide.
public struct JournalAttempt: Sendable, Hashable {
    /// The request's key: 64 hexadecimal digits.
    public var key: String
    /// The model asked.
    public var model: String
    /// What was asked for, such as `write` or `mark`.
    public var purpose: String
    /// The class of the failure, such as `timeout`.
    public var kind: String
    /// What the provider or the wire said, without secrets.
    public var message: String
    /// When it failed, in milliseconds since 1970 (UTC).
    public var createdAt: Int

    /// A failed try.
    public init(key: String, model: String, purpose: String, kind: String, message: String, createdAt: Int) {
        self.key = key
        self.model = model
        self.purpose = purpose
        self.kind = kind
        self.message = message
        self.createdAt = createdAt
    }
}
