import EtudeCore
import Testing

@testable import EtudeStore

struct SpoolFileTests {
    @Test func `lines come back in order, again and again, while the spool grows`() throws {
        let folder = try TemporaryFolder()
        let spool = try SpoolFile(directory: folder.path)
        var expected: [String] = []
        for round in 0..<3 {
            for number in 0..<1500 {
                expected.append("round \(round), line \(number), \(String(repeating: "x", count: number))")
                try spool.append(Array("\(expected.last ?? "")\n".utf8))
            }
            var reader = try spool.lines()
            var found: [String] = []
            while let line = try reader.next() { found.append(line.text) }
            #expect(found == expected)
        }
    }

    @Test func `a spool has no name that could be left behind`() throws {
        let folder = try TemporaryFolder()
        let spool = try SpoolFile(directory: folder.path)
        try spool.append([UInt8](repeating: 10, count: 2_000_000))
        #expect(try RealFileSystem().list(folder.path) == [])
    }

    @Test func `lines outlive their spool`() throws {
        let folder = try TemporaryFolder()
        var reader = try {
            let spool = try SpoolFile(directory: folder.path)
            try spool.append(Array("a\nb\n".utf8))
            return try spool.lines()
        }()
        #expect(try reader.next()?.text == "a")
    }

    @Test func `a missing folder is an io error`() {
        #expect {
            _ = try SpoolFile(directory: "/nowhere/at-all")
        } throws: { ($0 as? EtudeError)?.code == .io }
    }
}
