/// By what a batch is found again whose creation may or may not have reached the provider.
public struct BatchLabel: Sendable, Hashable {
    /// How far this host's clock and the provider's may be apart, in seconds.
    private static let clockDifference = 3600

    /// The name of the dataset that the batch is for.
    public let run: String
    /// SHA-256 of the requests, in hexadecimal digits.
    public let digest: String
    /// The number of requests.
    public let requests: Int
    /// When the batch was first meant to be created, in seconds since 1970 by this host's clock.
    public let intendedAt: Int

    /// A label.
    public init(run: String, digest: String, requests: Int, intendedAt: Int) {
        self.run = run
        self.digest = digest
        self.requests = requests
        self.intendedAt = intendedAt
    }

    /// What a provider that keeps notes beside a batch is given (at most 16 pairs of 64 and 512 characters).
    public var metadata: [(key: String, value: String)] {
        [("etude_run", run), ("etude_requests_sha256", digest)]
    }

    /// The earliest time at which the provider may say that the batch was created.
    public var earliest: Int { intendedAt - Self.clockDifference }

    /// Whether a batch may be the one: by its notes, or, where the provider keeps none, by time and number of requests.
    public func fits(_ status: BatchStatus) -> Bool {
        guard let notes = status.metadata else { return status.total == requests && status.createdAt >= earliest }
        return metadata.allSatisfy { notes[$0.key] == $0.value }
    }
}
