public import EtudeCore

/// A paid answer as the journal keeps it.
public struct JournalAnswer: Sendable, Hashable {
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
        durationMilliseconds: Int
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
    }

    /// Whether a later answer to the same request serves in this one's stead: this one was cut by a smaller limit.
    func isSuperseded(by later: JournalAnswer) -> Bool {
        guard isTruncated, let tokenLimit else { return false }
        return later.tokenLimit.map { $0 > tokenLimit } ?? true
    }
}
