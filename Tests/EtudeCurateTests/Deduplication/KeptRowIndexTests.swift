import EtudeCore
import EtudeText
import Testing

@testable import EtudeCurate

@Suite struct KeptRowIndexTests {
    /// The kept row that each text duplicates, worked out in batches.
    private func matches(_ texts: [String], _ settings: NearDuplicateSettings, batch: Int, shards: Int) async -> [Int?]
    {
        let comparison = TextComparison(settings)
        var index = KeptRowIndex(columns: comparison.columns, shards: shards)
        var matches: [Int?] = []
        func near(_ row: Int, _ other: Int) -> Bool {
            let (text, kept) = (comparison.fold(texts[row].utf8.span), comparison.fold(texts[other].utf8.span))
            return comparison.likeness(of: text, to: kept) != nil
        }
        for start in stride(from: 0, to: texts.count, by: batch) {
            let rows = start..<min(start + batch, texts.count)
            // Two parts, as two tasks would make them.
            let parts = [rows.prefix(rows.count / 3), rows.dropFirst(rows.count / 3)].map { part in
                var keyed = KeyedRows(first: part.startIndex - start, count: part.count, for: comparison)
                for row in part { keyed.append(comparison.keys(of: texts[row].utf8.span)) }
                return keyed
            }
            let candidates = await index.candidates(for: parts, rows: rows.count)
            var found = [Int?](repeating: nil, count: rows.count)
            for row in candidates.rows {
                #expect(row.entries == row.entries.filter { $0 < start && matches[$0] == nil })
                found[row.row] = row.entries.first { near(start + row.row, $0) }
            }
            let decided = BatchDecision.matches(candidates, inIndex: found) { row, other in
                near(start + row, start + other) ? start + other : nil
            }
            await index.settle(parts, where: decided.map { $0 == nil })
            matches += decided
        }
        return matches
    }

    @Test(arguments: [
        NearDuplicateSettings(), NearDuplicateSettings(unit: .words, shingle: 2, threshold: 0.5, wordsChanged: 0),
    ])
    func `Batches and shards give what rows one by one give`(settings: NearDuplicateSettings) async {
        var corpus = DuplicateCorpus(seed: 21)
        let texts = corpus.texts(400) + ["", "?!", "yes", "", "no"]
        var index = DuplicateIndex(settings: settings)
        let expected = texts.enumerated().map { number, text -> Int? in
            let match = index.match(for: text)
            if match == nil { index.insert(id: String(number), text: text) }
            return match.flatMap { Int($0.keptID) }
        }
        #expect(expected.filter { $0 != nil }.count > 100)
        for (batch, shards) in [(1, 1), (7, 2), (100, 3), (1000, 64)] {
            #expect(await matches(texts, settings, batch: batch, shards: shards) == expected)
        }
    }

    @Test func `A flood of one text is decided in steps that do not multiply`() async {
        let texts = Array(repeating: "the bees hum in the lime tree", count: 5000)
        let found = await matches(texts, NearDuplicateSettings(), batch: 5000, shards: 2)
        #expect(found == [nil] + Array(repeating: 0, count: 4999))
    }
}
