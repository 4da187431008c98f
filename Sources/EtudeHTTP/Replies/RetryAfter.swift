/// How long a server wants to be left alone (RFC 9110, section 10.2.3, and the millisecond field of OpenAI and Azure).
enum RetryAfter {
    /// No wait that a server names is believed beyond this many seconds.
    private static let longest = 86_400.0

    /// The wait that a reply names, if it does.
    ///
    /// - Parameters:
    ///   - reply: the reply; `retry-after-ms` counts before `retry-after`, in seconds or as a date, and where there is
    ///     neither, a server that is too busy may name the time at which a bucket is full again.
    ///   - now: seconds since 1970, against which a date counts if the reply itself has none.
    /// - Returns: the wait.
    static func wait(of reply: HTTPReply, now: Int) -> Duration? {
        let sent = reply.header("date").flatMap(HTTPDate.seconds) ?? now
        let seconds = named(in: reply, sent: sent) ?? RateLimitReset.seconds(of: reply, sent: sent)
        guard let seconds, seconds.isFinite else { return nil }
        return .seconds(min(max(seconds, 0), longest))
    }

    private static func named(in reply: HTTPReply, sent: Int) -> Double? {
        if let milliseconds = reply.header("retry-after-ms").flatMap(Double.init) { return milliseconds / 1000 }
        guard let value = reply.header("retry-after") else { return nil }
        return Double(value) ?? HTTPDate.seconds(of: value).map { Double($0 - sent) }
    }
}
