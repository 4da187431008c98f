/// How much one batch may hold.
public struct BatchLimits: Sendable, Hashable {
    /// The most requests.
    public let requests: Int
    /// The most bytes of all requests together.
    public let bytes: Int

    /// Limits of a batch.
    public init(requests: Int, bytes: Int) {
        self.requests = requests
        self.bytes = bytes
    }
}
