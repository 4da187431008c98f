import EtudeCore
import EtudeTesting
import Testing

@testable import EtudeStore

struct LineReaderTests {
    /// The lines of some bytes in a file of a given name.
    private func lines(_ bytes: [UInt8], in name: String = "a.txt") throws -> [Line] {
        let files = InMemoryFileSystem()
        try files.write(bytes, to: name)
        var reader = try LineReader(path: name, in: files)
        var lines: [Line] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }

    @Test(
        "a text is cut into its lines",
        arguments: [
            ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b"]),
            ("a\r\nb\r\n", ["a", "b"]), ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]),
            ("é\u{2028}ü\u{85}", ["é\u{2028}ü\u{85}"]),
        ]
    )
    func cut(text: String, expected: [String]) throws {
        let lines = try lines(Array(text.utf8))
        #expect(lines.map { Array($0.text.utf8) } == expected.map { Array($0.utf8) })
        #expect(lines.map(\.number) == Array(1..<(expected.count + 1)))
    }

    @Test("lines may be longer and shorter than what is read at once", arguments: [1, 4095, 4096, 4097, 20_000])
    func lengths(length: Int) throws {
        let texts = (0..<7).map { String(repeating: "x", count: length + $0) }
        #expect(try lines(Array(texts.joined(separator: "\n").utf8)).map(\.text) == texts)
    }

    @Test func `a gzip file is read by its name`() throws {
        let texts = (0..<6000).map { "line \($0) \(String(repeating: "x", count: 100))" }
        var writer = GzipWriter()
        let file = writer.append(Array((texts.joined(separator: "\n") + "\n").utf8)) + writer.finish().bytes
        #expect(try lines(file, in: "a.jsonl.gz").map(\.text) == texts)
    }

    @Test func `a line that is not UTF-8 is an error with its number`() {
        #expect {
            _ = try lines([97, 10, 98, 10, 0xFF, 10])
        } throws: { error in
            let error = error as? EtudeError
            return error?.code == .data && error?.place == Place(file: "a.txt", line: 3)
        }
    }

    @Test func `reading goes on behind a line that is not UTF-8`() throws {
        let files = InMemoryFileSystem()
        try files.write([97, 10, 0xFF, 10, 98, 10], to: "a")
        var reader = LineReader(try files.open("a"), path: "a")
        #expect(try reader.next()?.text == "a")
        #expect(throws: EtudeError.self) { _ = try reader.next() }
        #expect(try reader.next() == Line(number: 3, text: "b"))
        #expect(try reader.next() == nil)
    }

    @Test("a line past the limit is an error with its number, one at the limit is not", arguments: ["\n", "\r\n", ""])
    func tooLong(end: String) throws {
        let files = InMemoryFileSystem()
        try files.write(Array("a\n\(String(repeating: "x", count: 9000))\(end)".utf8), to: "a")
        var exact = LineReader(try files.open("a"), path: "a", maximumBytes: 9000)
        _ = try exact.next()
        #expect(try exact.next()?.text.utf8.count == 9000)
        for limit in [8999, 5000, 10] {
            var reader = LineReader(try files.open("a"), path: "a", maximumBytes: limit)
            _ = try reader.next()
            let error = try #require(throws: EtudeError.self) { _ = try reader.next() }
            #expect(error.place == Place(file: "a", line: 2))
            #expect(error.code == .data)
        }
    }
}
