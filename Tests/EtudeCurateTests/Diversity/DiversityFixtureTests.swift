import EtudeCore
import EtudeCurate
import EtudeStore
import Foundation
import Testing

/// Corpora measured by nltk, sacrebleu, scipy and the package of Shaib et al.; the recipe is Scripts/fixtures/diversity.py.
struct DiversityFixtureTests {
    private static let corpora = try? {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Fixtures/diversity.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
    }()

    /// Whether two figures are the same to 1e-9, or both undefined.
    private func agree(_ found: Double?, _ wanted: JSONValue?) -> Bool {
        guard let found, let wanted = wanted?.double else { return found == nil && wanted == .null }
        return abs(found - wanted) < 1e-9
    }

    private func expect(_ coverage: Coverage, _ wanted: JSONValue?, _ line: Int) {
        #expect(coverage.kinds == wanted?.array?.first?.int, "line \(line)")
        #expect(agree(coverage.evenness, wanted?.array?.last), "line \(line)")
    }

    @Test func `The figures are those of other implementations to 1e-9`() throws {
        let corpora = try #require(Self.corpora)
        #expect(corpora.count == 100)
        var defined = 0
        for (index, corpus) in corpora.enumerated() {
            var reader = RecordReader(corpus)
            let texts = EqualLengthTexts(try reader.strings("texts"), words: try reader.int("words"))
            let found = LexicalDiversity(of: texts, compressedBytes: GzipSize.of)
            let line = index + 1
            #expect(found.texts == corpus["compared"]?.int, "line \(line)")
            let distinct = try #require(corpus["distinct"]?.array)
            for (found, wanted) in zip(found.distinct, distinct) { #expect(agree(found, wanted), "line \(line)") }
            let figures = [
                "compression_ratio": found.compressionRatio, "self_repetition": found.selfRepetition,
                "self_bleu": found.selfBLEU, "opening_share": found.openings.share,
            ]
            for (name, value) in figures {
                #expect(agree(value, corpus[name]), "\(name) of line \(line): \(value ?? -1)")
                defined += value == nil ? 0 : 1
            }
        }
        #expect(defined > 350)
    }

    @Test func `The coverage is that of other implementations to 1e-9`() throws {
        for (index, corpus) in try #require(Self.corpora).enumerated() {
            var tally = LabelTally()
            var later = LabelTally()
            for (number, row) in (corpus["rows"]?.array ?? []).enumerated() {
                let skills = row["skills"]?.array?.compactMap(\.string) ?? []
                let topics = [row["topic"]?.string].compactMap(\.self)
                // Counted in two parts, the second backwards: neither order nor parts change anything.
                if number % 3 == 0 {
                    tally.add(skills: skills, topics: topics)
                } else {
                    later.add(skills: skills.reversed() + skills.prefix(1), topics: topics)
                }
            }
            tally.merge(later)
            expect(tally.skillCoverage, corpus["skills"], index + 1)
            expect(tally.pairCoverage, corpus["pairs"], index + 1)
            expect(tally.topicCoverage, corpus["topics"], index + 1)
            let skills = tally.skillCoverage.kinds
            #expect(tally.pairCoverage.possible == skills * (skills - 1) / 2)
        }
    }
}
