/// What tokens cost, as the pipeline file says; never guessed.
public struct TokenPrice: Sendable, Hashable {
    /// Money for one token of a request.
    public let input: Double
    /// Money for one token of an answer.
    public let output: Double

    /// Prices for one token each.
    public init(input: Double, output: Double) {
        self.input = input
        self.output = output
    }

    /// The cost of some tokens.
    public func cost(input: Int, output: Int) -> Double { Double(input) * self.input + Double(output) * self.output }
}
