import NIOHTTP1
import Testing

@testable import EtudeHTTP

@Suite struct RetryAfterTests {
    @Test(
        arguments: [
            ([("Retry-After", "20")], Duration.seconds(20)),
            ([("retry-after", "1.5")], .milliseconds(1500)),
            ([("retry-after-ms", "250"), ("retry-after", "9")], .milliseconds(250)),
            ([("retry-after", "-3")], .zero),
            ([("retry-after", "1e300")], .seconds(86_400)),
            ([("retry-after", "nan")], nil),
            ([("retry-after", "soon")], nil),
            ([], nil),
            (
                [("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Date", "Sun, 06 Nov 1994 08:49:07 GMT")],
                .seconds(30)
            ),
            ([("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Date", "Sun, 06 Nov 1994 08:50:07 GMT")], .zero),
            ([("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")], .seconds(37)),
        ] as [([(String, String)], Duration?)]
    )
    func `The wait is read in all its forms`(headers: [(String, String)], wait: Duration?) {
        let reply = HTTPReply(status: 429, headers: HTTPHeaders(headers), body: [])
        #expect(RetryAfter.wait(of: reply, now: 784_111_740) == wait)
    }

    @Test(
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200),
            ("Fri, 31 Dec 2100 12:00:00 GMT", 4_133_937_600), ("06 Nov 1994 08:49:37", nil),
            ("Sun, 06 Non 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func `A date of HTTP is read as seconds since 1970`(text: String, seconds: Int?) {
        #expect(HTTPDate.seconds(of: text) == seconds)
    }

    @Test(
        arguments: [
            ("1s", 1), ("6m0s", 360), ("12ms", 0.012), ("1h2m3s", 3723), ("2m59.56s", 179.56), ("0s", 0), ("", nil),
            ("17", nil), ("1d", nil), ("s", nil), ("1.2.3s", nil), ("-1s", nil),
        ] as [(String, Double?)]
    )
    func `A span of Go is read as seconds`(text: String, seconds: Double?) {
        #expect(TimeSpan.seconds(of: text) == seconds)
    }

    @Test(
        arguments: [
            ("1994-11-06T08:49:37Z", 784_111_777), ("1994-11-06T09:49:37.5+01:00", 784_111_777.5),
            ("1994-11-06t03:19:37-05:30", 784_111_777), ("1994-11-06", nil), ("1994-11-06T08:49:37", nil),
            ("1994-13-06T08:49:37Z", nil), ("1994-11-06T24:49:37Z", nil), ("soon", nil),
        ] as [(String, Double?)]
    )
    func `A moment of RFC 3339 is read as seconds since 1970`(text: String, seconds: Double?) {
        #expect(Timestamp.seconds(of: text) == seconds)
    }

    @Test func `Of several exhausted buckets the last to be full counts, and broken fields count for nothing`() {
        let headers = HTTPHeaders([
            ("X-RateLimit-Remaining-Requests", "0"), ("X-RateLimit-Reset-Requests", "12ms"),
            ("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "6m0s"),
            ("anthropic-ratelimit-tokens-remaining", "none"),
            ("anthropic-ratelimit-tokens-reset", "1990-01-01T00:00:00Z"),
            ("anthropic-ratelimit-requests-remaining", "0"), ("anthropic-ratelimit-requests-reset", "tomorrow"),
        ])
        #expect(RetryAfter.wait(of: HTTPReply(status: 503, headers: headers, body: []), now: 0) == .seconds(360))
        #expect(RetryAfter.wait(of: HTTPReply(status: 500, headers: headers, body: []), now: 0) == nil)
    }

    @Test func `A bucket that was full before the reply was sent asks for no wait`() {
        let headers = HTTPHeaders([
            ("anthropic-ratelimit-tokens-remaining", "0"), ("anthropic-ratelimit-tokens-reset", "1990-01-01T00:00:00Z"),
        ])
        #expect(RetryAfter.wait(of: HTTPReply(status: 429, headers: headers, body: []), now: 1 << 30) == .zero)
    }
}
