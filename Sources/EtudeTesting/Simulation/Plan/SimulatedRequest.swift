public import EtudeModel

/// A request of a simulated run, with what its answer will in truth be.
public struct SimulatedRequest: Sendable {
    /// What the scheduler is told.
    public var size: RequestSize
    /// What an answer in truth costs.
    public var usage: TokenUsage
    /// Whether the provider calls it wrong whenever it comes.
    public var isWrong: Bool

    /// A request.
    public init(size: RequestSize, usage: TokenUsage, isWrong: Bool = false) {
        self.size = size
        self.usage = usage
        self.isWrong = isWrong
    }
}
