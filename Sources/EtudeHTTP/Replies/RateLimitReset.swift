/// When the exhausted ones among a server's buckets of requests and tokens are full again.
///
/// Bucket and time stand in pairs of header fields; OpenAI writes the time as a span, Anthropic as a moment. The time is
/// that at which the bucket is full, not that of the next request allowed, so that of a bucket which is not empty it says
/// nothing.
enum RateLimitReset {
    private static let buckets: [(remaining: String, reset: String)] =
        ["requests", "tokens"].map { ("x-ratelimit-remaining-\($0)", "x-ratelimit-reset-\($0)") }
        + ["requests", "tokens", "input-tokens", "output-tokens"].map {
            ("anthropic-ratelimit-\($0)-remaining", "anthropic-ratelimit-\($0)-reset")
        }

    /// The seconds until the last of the exhausted buckets is full.
    ///
    /// - Parameters:
    ///   - reply: the reply; nothing is read from one whose status does not ask for patience.
    ///   - sent: when it was sent, in seconds since 1970.
    /// - Returns: the seconds; nil where no bucket is exhausted.
    static func seconds(of reply: HTTPReply, sent: Int) -> Double? {
        guard [429, 503, 529].contains(reply.status) else { return nil }
        return buckets.compactMap { bucket -> Double? in
            guard let remaining = reply.header(bucket.remaining).flatMap({ Int($0) }), remaining <= 0,
                let reset = reply.header(bucket.reset)
            else { return nil }
            return TimeSpan.seconds(of: reset) ?? Timestamp.seconds(of: reset).map { $0 - Double(sent) }
        }.max()
    }
}
