/// How long a server wants to be left alone (RFC 9110, section 10.2.3, and the millisecond field of OpenAI and Azure).
enum RetryAfter {
    /// No wait that a server names is believed beyond this many seconds.
    private static let longest = 86_400.0

    /// The wait that a reply names, if it does.
    ///
    /// - Parameters:
    ///   - reply: the reply; `retry-after-ms` counts before `retry-after`, in seconds or as a date.
    ///   - now: seconds since 1970, against which a date counts if the reply itself has none.
    /// - Returns: the wait.
    static func wait(of reply: HTTPReply, now: Int) -> Duration? {
        if let milliseconds = reply.header("retry-after-ms").flatMap(Double.init) {
            return duration(seconds: milliseconds / 1000)
        }
        guard let value = reply.header("retry-after") else { return nil }
        if let seconds = Double(value) { return duration(seconds: seconds) }
        guard let date = HTTPDate.seconds(of: value) else { return nil }
        let sent = reply.header("date").flatMap(HTTPDate.seconds) ?? now
        return duration(seconds: Double(date - sent))
    }

    private static func duration(seconds: Double) -> Duration? {
        seconds.isFinite ? .seconds(min(max(seconds, 0), longest)) : nil
    }
}
