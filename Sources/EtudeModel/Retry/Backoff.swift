/// Waits that double, up to a longest one.
public struct Backoff: Sendable, Hashable {
    /// The ceiling of the first wait.
    public let first: Duration
    /// The ceiling of every wait.
    public let longest: Duration

    /// Waits between a first and a longest ceiling.
    public init(first: Duration, longest: Duration) {
        self.first = first
        self.longest = longest
    }

    /// The ceiling of the wait that follows so many earlier ones.
    func ceiling(after waits: Int) -> Duration {
        min(longest, first * (1 << min(waits, 30)))
    }
}
