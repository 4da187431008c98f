import EtudeCore
import EtudeIngest
public import EtudeModel

/// How fast, how many and how long: what tunes a model's requests and changes nothing about the data.
public struct LimitsSpec: Sendable, Hashable {
    /// How fast and how many.
    public var requests: RequestLimits
    /// Seconds until an attempt is given up, connecting included.
    public var attemptTimeout = 600
    /// Seconds that one run works on one request, all its tries and waits included.
    public var itemDeadline = 3_600
    /// Failed tries after which a request has failed for good, over at least ten minutes.
    public var giveUp = 20

    /// The limits of a block, read from its key `limits`.
    ///
    /// - Parameters:
    ///   - reader: the block.
    ///   - concurrency: the requests in flight where the file says nothing.
    ///   - isRemote: whether requests leave this process; otherwise nothing but `concurrency` has a meaning.
    /// - Throws: ``EtudeError`` with code `config`.
    init(_ reader: inout YAMLReader, concurrency: Int, isRemote: Bool) throws(EtudeError) {
        requests = RequestLimits(concurrency: concurrency)
        guard var limits = try reader.reader("limits") else { return }
        requests.concurrency = try limits.int("concurrency", in: 1...4_096) ?? concurrency
        if isRemote { try decodeRemote(&limits) }
        try limits.refuseUnknownKeys()
    }

    private mutating func decodeRemote(_ limits: inout YAMLReader) throws(EtudeError) {
        requests.requestsPerMinute = try limits.int("requests_per_minute", in: 1...10_000_000)
        requests.tokensPerMinute = try limits.int("tokens_per_minute", in: 1...1_000_000_000)
        requests.inputTokensPerMinute = try limits.int("input_tokens_per_minute", in: 1...1_000_000_000)
        requests.outputTokensPerMinute = try limits.int("output_tokens_per_minute", in: 1...1_000_000_000)
        attemptTimeout = try limits.int("attempt_timeout", in: 1...86_400) ?? attemptTimeout
        itemDeadline = try limits.int("item_deadline", in: 1...604_800) ?? itemDeadline
        giveUp = try limits.int("give_up", in: 1...1_000) ?? giveUp
    }
}

extension YAMLReader {
    /// The whole number of a key, within bounds.
    mutating func int(_ key: String, in bounds: ClosedRange<Int>) throws(EtudeError) -> Int? {
        guard let number = try int(key) else { return nil }
        guard bounds.contains(number) else {
            throw failure(key, "`\(key)` should be from \(bounds.lowerBound) to \(bounds.upperBound).")
        }
        return number
    }
}
