import EtudeCore
import EtudeText
import Testing

@testable import EtudeCurate

@Suite struct SignatureIndexTests {
    /// A file in memory.
    private struct Bytes: SegmentFile {
        var bytes: [UInt8]

        func read(at offset: Int, count: Int) -> [UInt8] { Array(bytes.dropFirst(offset).prefix(count)) }
    }

    private static let digest = String(repeating: "a1", count: 32)

    private func segment(
        _ rows: [(id: String, text: String)],
        _ comparison: TextComparison,
        release: String = digest,
        blockBytes: Int = 1 << 20
    ) -> Bytes {
        var writer = SegmentWriter(SegmentHeader(release: release, comparison: comparison), blockBytes: blockBytes)
        var bytes: [UInt8] = []
        for (id, text) in rows {
            bytes += writer.append(id: id, text: Array(text.utf8), keys: comparison.keys(of: text.utf8.span))
        }
        return Bytes(bytes: bytes + writer.finish())
    }

    /// What is wrong with some bytes under some settings.
    private struct Reading {
        let comparison: TextComparison
        let header: SegmentHeader

        init(_ comparison: TextComparison, release: String = digest) {
            self.comparison = comparison
            header = SegmentHeader(release: release, comparison: comparison)
        }

        func flaw(_ bytes: [UInt8]) throws -> SegmentFlaw? {
            try SegmentReader(Bytes(bytes: bytes), expecting: header, comparison: comparison).flaw()
        }
    }

    private static func settings(_ seed: UInt64) -> NearDuplicateSettings {
        var random = SeededGenerator(seed: Seed(seed))
        return NearDuplicateSettings(
            unit: random.below(2) == 0 ? .characters : .words,
            shingle: 1 + random.below(6),
            threshold: Double(3 + random.below(8)) / 10,
            wordsChanged: random.below(3)
        )
    }

    @Test(arguments: zip([1, 4096, 1 << 20, 100, 2000, 1], 0 as UInt64..<6))
    func `Segments answer as an index of their texts does, under any settings`(blockBytes: Int, seed: UInt64) throws {
        let comparison = TextComparison(seed == 0 ? NearDuplicateSettings() : Self.settings(seed))
        var corpus = DuplicateCorpus(seed: seed, words: 300)
        let texts = corpus.texts(120) + ["", "…", "yes", "Naïve — “twice”"]
        var expected = DuplicateIndex(settings: comparison.settings)
        var rows: [(id: String, text: String)] = []
        for (number, text) in texts.enumerated() where number % 3 < 2 {
            rows.append(("row \(number)", text))
            expected.insert(id: "row \(number)", text: text)
        }
        var index = SignatureIndex(comparison)
        for part in [rows.prefix(37), rows.dropFirst(37)] {
            let digest = "release of \(part.count)"
            let file = segment(Array(part), comparison, release: digest, blockBytes: blockBytes)
            let header = SegmentHeader(release: digest, comparison: comparison)
            #expect(try index.load(file, expecting: header) == nil)
        }
        #expect(index.count == rows.count)
        var found = 0
        for text in texts + corpus.texts(60) {
            let match = try index.match(for: text)
            #expect(match == expected.match(for: text))
            if match != nil { found += 1 }
        }
        #expect(found > rows.count)
    }

    @Test func `A change of any byte is seen, and what is cut off, added, left out or moved`() throws {
        let comparison = TextComparison(NearDuplicateSettings(threshold: 0.9))
        let reading = Reading(comparison)
        var corpus = DuplicateCorpus(seed: 5)
        let rows = (0..<6).map { ("id \($0)", corpus.text(words: 5).joined(separator: " ")) }
        let whole = segment(rows, comparison, blockBytes: 1).bytes
        #expect(try reading.flaw(whole) == nil)
        for place in whole.indices {
            for bit in [0, 7] as [UInt8] {
                var bytes = whole
                bytes[place] ^= 1 << bit
                #expect(try reading.flaw(bytes) != nil, "byte \(place)")
            }
            #expect(try reading.flaw(Array(whole.prefix(place))) == .damaged)
        }
        #expect(try reading.flaw(whole + [0]) == .damaged)
        #expect(try reading.flaw([]) == .damaged)
        // Two neighbouring blocks of one size, and the first of them.
        let equal = (0..<4).map { ("id \($0)", "word\($0)") }
        let blocks = segment(equal, comparison, blockBytes: 1).bytes
        let size = (blocks.count - SegmentHeader.size - SegmentBlock.frameSize - 32) / 4
        let head = blocks.prefix(SegmentHeader.size)
        let (first, second) = (
            blocks.dropFirst(head.count).prefix(size), blocks.dropFirst(head.count + size).prefix(size)
        )
        let rest = blocks.dropFirst(head.count + 2 * size)
        #expect(try reading.flaw(Array(head + first + second + rest)) == nil)
        #expect(try reading.flaw(Array(head + second + first + rest)) == .damaged)
        #expect(try reading.flaw(Array(head + second + rest)) == .damaged)
        #expect(try reading.flaw(Array(head + first + rest)) == .damaged)
    }

    @Test func `A segment of other settings, another release or another version says so`() throws {
        let comparison = TextComparison(NearDuplicateSettings())
        var bytes = segment([("a", "some text")], comparison).bytes
        let others = [
            NearDuplicateSettings(unit: .words), NearDuplicateSettings(shingle: 4),
            NearDuplicateSettings(threshold: 0.7000001), NearDuplicateSettings(wordsChanged: 2),
        ]
        for other in others { #expect(try Reading(TextComparison(other)).flaw(bytes) == .otherSettings) }
        #expect(try Reading(comparison, release: "another").flaw(bytes) == .otherRelease)
        bytes[8] += 1
        #expect(try Reading(comparison).flaw(bytes) == .otherVersion)
    }

    @Test func `A row costs what the documentation says`() {
        let comparison = TextComparison(NearDuplicateSettings())
        let rows = (0..<1000).map { ("0123456789abcde\($0 % 10)", String(repeating: "word\($0) ", count: 60)) }
        let plain = rows.map { $0.0.utf8.count + $0.1.utf8.count }.reduce(0, +)
        let bytes = segment(rows, comparison).bytes.count
        #expect((bytes - plain) / rows.count == 8 + 4 * comparison.bands)
        #expect(comparison.bands == 17)
    }
}
