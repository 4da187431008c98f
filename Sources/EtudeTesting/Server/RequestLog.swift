public import EtudeCore

/// What a server was asked, counted by body.
public struct RequestLog: Sendable {
    /// How often each body came.
    public private(set) var counts: [JSONValue: Int] = [:]

    /// The log of some requests.
    public init(_ requests: some Sequence<ReceivedRequest>) {
        for request in requests { counts[request.body, default: 0] += 1 }
    }

    /// The bodies, each once.
    public var bodies: Set<JSONValue> { Set(counts.keys) }
    /// How many requests came.
    public var total: Int { counts.values.reduce(0, +) }
    /// How many requests had a body that had come before.
    public var repeated: Int { total - counts.count }
}
