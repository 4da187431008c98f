public import EtudeCore

/// A paid answer as the journal keeps it.
public struct JournalAnswer: Sendable, Hashable {
    /// The outcome of a request that was given up for good: its payload tells the failure and is no answer.
    public static let failed = "failed"

    /// The request's key: 64 hexadecimal digits.
    public var key: String
    /// The model asked.
    public var model: String
    /// The limit on output tokens that was asked; nil for none.
    public var tokenLimit: Int?
    /// Whether the limit cut the answer.
    public var isTruncated: Bool
    /// The answer.
    public var payload: JSONValue
    /// Tokens read, as the provider counted them; nil where it did not say.
    public var inputTokens: Int?
    /// Tokens written, as the provider counted them; nil where it did not say.
    public var outputTokens: Int?
    /// The provider's name for the request.
    public var requestID: String
    /// What was asked for, such as `write` or `mark`.
    public var purpose: String
    /// When the answer arrived, in milliseconds since 1970 (UTC).
    public var createdAt: Int
    /// Milliseconds from request to answer.
    public var durationMilliseconds: Int
    /// The class of the answer, such as `answered`, or ``failed``; empty where nobody said.
    public var outcome: String
    /// The model that the provider says has answered; empty where it did not say.
    public var modelReturned: String
    /// Tokens read, as we estimate them; nil where the provider counted.
    public var estimatedInput: Int?
    /// Tokens written, as we estimate them; nil where the provider counted.
    public var estimatedOutput: Int?
    /// What it cost, in units of ``currency``; nil where no price was known.
    public var cost: Double?
    /// The currency of the cost, such as `USD`; nil where no price was known.
    public var currency: String?

    /// A paid answer.
    public init(
        key: String,
        model: String,
        tokenLimit: Int?,
        isTruncated: Bool,
        payload: JSONValue,
        inputTokens: Int?,
        outputTokens: Int?,
        requestID: String,
        purpose: String,
        createdAt: Int,
        durationMilliseconds: Int,
        outcome: String = "",
        modelReturned: String = "",
        estimatedInput: Int? = nil,
        estimatedOutput: Int? = nil,
        cost: Double? = nil,
        currency: String? = nil
    ) {
        self.key = key
        self.model = model
        self.tokenLimit = tokenLimit
        self.isTruncated = isTruncated
        self.payload = payload
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.requestID = requestID
        self.purpose = purpose
        self.createdAt = createdAt
        self.durationMilliseconds = durationMilliseconds
        self.outcome = outcome
        self.modelReturned = modelReturned
        self.estimatedInput = estimatedInput
        self.estimatedOutput = estimatedOutput
        self.cost = cost
        self.currency = currency
    }

    /// Whether a later answer to the same request serves in this one's stead: this one was cut by a smaller limit.
    func isSuperseded(by later: JournalAnswer) -> Bool {
        guard isTruncated, let tokenLimit else { return false }
        return later.tokenLimit.map { $0 > tokenLimit } ?? true
    }
}
