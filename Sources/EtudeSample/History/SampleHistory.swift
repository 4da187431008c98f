/// What earlier releases of a dataset drew, epoch by epoch; the last epoch may go on.
public struct SampleHistory: Sendable, Hashable {
    /// The epochs, in order.
    public let epochs: [SampleEpoch]

    /// The history of a dataset; of a new one, none.
    public init(epochs: [SampleEpoch] = []) {
        self.epochs = epochs
    }

    /// The number of the epoch in which a division's combinations are drawn.
    public func epoch(for division: Division) -> Int {
        guard let last = epochs.last else { return 0 }
        return last.hasPools(of: division) ? last.number : last.number + 1
    }

    /// The epoch that goes on with a division; nil where a new one begins.
    func current(for division: Division) -> SampleEpoch? {
        epochs.last.flatMap { $0.hasPools(of: division) ? $0 : nil }
    }
}
