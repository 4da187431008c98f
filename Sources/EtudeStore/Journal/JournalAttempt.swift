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
    /// The provider's name for the request; empty where it gave none.
    public var requestID: String
    /// Milliseconds from request to failure.
    public var durationMilliseconds: Int
    /// Tokens read that may have been billed, as we estimate them; nil where surely none were.
    public var estimatedInput: Int?
    /// Tokens written that may have been billed, as we estimate them; nil where surely none were.
    public var estimatedOutput: Int?
    /// What it may have cost, in units of ``currency``; nil where surely nothing, or where no price was known.
    public var cost: Double?
    /// The currency of the cost, such as `USD`; nil where there is no cost.
    public var currency: String?

    /// A failed try.
    public init(
        key: String,
        model: String,
        purpose: String,
        kind: String,
        message: String,
        createdAt: Int,
        requestID: String = "",
        durationMilliseconds: Int = 0,
        estimatedInput: Int? = nil,
        estimatedOutput: Int? = nil,
        cost: Double? = nil,
        currency: String? = nil
    ) {
        self.key = key
        self.model = model
        self.purpose = purpose
        self.kind = kind
        self.message = message
        self.createdAt = createdAt
        self.requestID = requestID
        self.durationMilliseconds = durationMilliseconds
        self.estimatedInput = estimatedInput
        self.estimatedOutput = estimatedOutput
        self.cost = cost
        self.currency = currency
    }
}
