import Testing

@testable import EtudeHTTP

@Suite struct HeadScanTests {
    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nA: b\r\n\r\n", "{\"x\": 1}\r\n\r\n"), ("HTTP/1.1 200 OK\n\n", "body\n\n"),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "body"), ("HTTP/1.1 200\r\nA: 1\r\n\r\n", ""),
    ])
    func `Nothing but the head is counted, however it is cut up`(head: String, body: String) {
        let bytes = Array((head + body).utf8)
        for size in 1...bytes.count {
            var scan = HeadScan()
            for start in stride(from: 0, to: bytes.count, by: size) {
                scan.read(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(scan.count == head.utf8.count)
        }
    }
}
