/// What an answer cost, in tokens as the provider counts them.
public struct TokenUsage: Sendable, Hashable {
    /// Tokens of the request.
    public var input: Int
    /// Tokens of the answer, reasoning included.
    public var output: Int

    /// A count.
    public init(input: Int, output: Int) {
        self.input = input
        self.output = output
    }
}
