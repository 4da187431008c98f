/// What a model's block says of how fast and how many requests may be sent.
public struct RequestLimits: Sendable, Hashable {
    /// The most requests in flight, over all servers.
    public var concurrency: Int
    /// Requests in any minute.
    public var requestsPerMinute: Int?
    /// Tokens in any minute, of requests and answers together.
    public var tokensPerMinute: Int?
    /// Tokens of requests in any minute.
    public var inputTokensPerMinute: Int?
    /// Tokens of answers in any minute.
    public var outputTokensPerMinute: Int?

    /// Limits; by default only the requests in flight.
    public init(
        concurrency: Int,
        requestsPerMinute: Int? = nil,
        tokensPerMinute: Int? = nil,
        inputTokensPerMinute: Int? = nil,
        outputTokensPerMinute: Int? = nil
    ) {
        self.concurrency = concurrency
        self.requestsPerMinute = requestsPerMinute
        self.tokensPerMinute = tokensPerMinute
        self.inputTokensPerMinute = inputTokensPerMinute
        self.outputTokensPerMinute = outputTokensPerMinute
    }
}
