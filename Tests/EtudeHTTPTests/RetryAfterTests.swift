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
        let reply = HTTPReply(status: 429, headers: headers.map { (name: $0.0, value: $0.1) }, body: [])
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
}
