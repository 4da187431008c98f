import EtudeCore
import EtudeTesting
import Testing

@testable import EtudeStore

struct GzipTests {
    /// Text-like bytes of a given length, the same every time.
    private static func text(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var generator = SeededGenerator(seed: Seed(seed))
        let words = (0..<64).map { _ in (0..<63).map { _ in UInt8(97 + generator.below(26)) } + [32] }
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += words[generator.below(words.count)] }
        return Array(bytes[..<count])
    }

    private static func compress(_ bytes: [UInt8], pieces: Int = .max) -> (file: [UInt8], totals: GzipTotals) {
        var writer = GzipWriter()
        var file: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: min(pieces, max(bytes.count, 1))) {
            file += writer.append(Array(bytes[start..<min(bytes.count, start + min(pieces, bytes.count))]))
        }
        let end = writer.finish()
        return (file + end.bytes, end.totals)
    }

    private static func expand(_ file: [UInt8], limits: GzipLimits = GzipLimits()) throws -> [UInt8] {
        let files = InMemoryFileSystem()
        try files.write(file, to: "a.gz")
        let reader = GzipReader(try files.open("a.gz"), path: "a.gz", limits: limits)
        var bytes: [UInt8] = []
        while true {
            let more = try reader.read()
            guard !more.isEmpty else { return bytes }
            bytes += more
        }
    }

    /// The code and whether a sentence holds a phrase and the file's name.
    private static func isDataError(_ error: any Error, _ phrase: String) -> Bool {
        guard let error = error as? EtudeError else { return false }
        return error.code == .data && error.message.contains(phrase) && error.place?.file == "a.gz"
    }

    private static let member = GzipWriter.memberSize

    @Test("what is written is read back", arguments: [0, 1, 1000, member - 1, member, member + 1, 3 * member])
    func roundTrip(count: Int) throws {
        let bytes = Self.text(count)
        let (file, totals) = Self.compress(bytes)
        #expect(try Self.expand(file) == bytes)
        #expect(totals.bytes == count)
        #expect(totals.compressedBytes == file.count)
        #expect(totals.sha256 == SHA256.digest(of: bytes))
        #expect(totals.compressedSHA256 == SHA256.digest(of: file))
    }

    @Test("the file does not depend on how its input was fed", arguments: [1000, 65_536, member, member + 7])
    func chunking(pieces: Int) {
        let bytes = Self.text(2 * Self.member + 12_345)
        #expect(Self.compress(bytes, pieces: pieces).file == Self.compress(bytes).file)
    }

    @Test("members made side by side are those made one by one", arguments: [8, 21])
    func threads(count: Int) throws {
        let bytes = Self.text(count * Self.member + 99)
        let file = Self.compress(bytes, pieces: 300_000).file
        let alone = stride(from: 0, to: bytes.count, by: Self.member).flatMap { start in
            Self.compress(Array(bytes[start..<min(bytes.count, start + Self.member)])).file
        }
        #expect(file == alone)
        #expect(try Self.expand(file) == bytes)
    }

    @Test func `a member holds 512 KiB and its header neither time nor name nor system`() {
        let bytes = Self.text(Self.member + 1)
        let file = Self.compress(bytes).file
        let first = Self.compress(Array(bytes[..<Self.member])).file
        let second = Self.compress(Array(bytes[Self.member...])).file
        #expect(file == first + second)
        for member in [first, second] {
            #expect(member.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
        }
    }

    @Test func `an empty file is one empty member`() throws {
        let file = Self.compress([]).file
        // Header and trailer are 18 bytes, an empty stored block 5.
        #expect(file.count == 23)
        #expect(try Self.expand(file).isEmpty)
    }

    @Test func `bytes that expand to full chunks at the end of the input are all read`() throws {
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        #expect(try Self.expand(Self.compress(zeros).file) == zeros)
    }

    @Test("a file cut anywhere is truncated", arguments: [0, 1, 9, 10, 500, -9, -8, -4, -1])
    func truncated(length: Int) {
        let file = Self.compress(Self.text(5000)).file
        let cut = Array(file[..<(length < 0 ? file.count + length : length)])
        #expect { try Self.expand(cut) } throws: { Self.isDataError($0, "ends in the middle of a gzip member") }
    }

    @Test func `a file cut in its second member is truncated`() {
        let file = Self.compress(Self.text(Self.member + 5000)).file.dropLast(3)
        #expect { try Self.expand(Array(file)) } throws: { Self.isDataError($0, "ends in the middle") }
    }

    @Test func `bytes after the last member are an error`() {
        let file = Self.compress(Self.text(5000)).file
        #expect { try Self.expand(file + [0, 0, 0]) } throws: { Self.isDataError($0, "no gzip member follow at byte") }
    }

    @Test func `a file that is no gzip file is told`() {
        #expect { try Self.expand(Array("plain text".utf8)) } throws: { Self.isDataError($0, "It is no gzip file") }
    }

    @Test(
        "a wrong checksum or length is an error",
        arguments: [(-5, "incorrect data check"), (-1, "incorrect length check")]
    )
    func checks(offset: Int, reason: String) {
        var file = Self.compress(Self.text(5000)).file
        file[file.count + offset] ^= 1
        #expect { try Self.expand(file) } throws: { Self.isDataError($0, reason) }
    }

    @Test func `a file that expands too far is refused by ratio and by bytes`() throws {
        let zeros = [UInt8](repeating: 0, count: 12_000_000)
        let file = Self.compress(zeros).file
        #expect { try Self.expand(file) } throws: { Self.isDataError($0, "more than 200 times its size") }
        #expect(try Self.expand(Self.compress(Array(zeros[..<9_000_000])).file).count == 9_000_000)
        #expect {
            try Self.expand(Self.compress(Self.text(5000)).file, limits: GzipLimits(bytes: 4999))
        } throws: { Self.isDataError($0, "more than 4999 bytes") }
        #expect(try Self.expand(Self.compress(Self.text(5000)).file, limits: GzipLimits(bytes: 5000)).count == 5000)
    }
}
