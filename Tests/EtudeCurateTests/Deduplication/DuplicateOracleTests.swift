import EtudeCore
import EtudeText
import Testing

@testable import EtudeCurate

@Suite struct DuplicateOracleTests {
    @Test(arguments: [
        NearDuplicateSettings(),
        NearDuplicateSettings(unit: .words, shingle: 2, threshold: 0.5, wordsChanged: 0),
    ])
    func `What is found is near by definition, and at least 99 of 100 near texts are found`(
        settings: NearDuplicateSettings
    ) {
        var corpus = DuplicateCorpus(seed: 11)
        let texts = corpus.texts(2000)
        var oracle = DuplicateOracle(settings: settings)
        var index = DuplicateIndex(settings: settings)
        var (near, found, first, changed) = (0, 0, 0, 0)
        for (number, text) in texts.enumerated() {
            let expected = oracle.add(text)
            let match = index.match(for: text)
            let kept = match.flatMap { Int($0.keptID) }
            #expect(match?.rule == kept.flatMap { expected[$0] })
            near += expected.isEmpty ? 0 : 1
            found += expected.isEmpty || match == nil ? 0 : 1
            first += !expected.isEmpty && kept == expected.keys.min() ? 1 : 0
            changed += match?.rule == .wordsChanged ? 1 : 0
            index.insert(id: String(number), text: text)
        }
        print(
            "Threshold \(settings.threshold): \(texts.count) texts, \(near) near, \(found) found, \(changed) by words."
        )
        #expect(near > 500)
        #expect(Double(found) >= 0.99 * Double(near))
        #expect(Double(first) >= 0.99 * Double(near))
    }

    @Test func `At the threshold itself 99 of 100 pairs become candidates`() {
        let settings = NearDuplicateSettings(wordsChanged: 0)
        var corpus = DuplicateCorpus(seed: 5)
        let shingler = Shingler(unit: settings.unit, size: settings.shingle)
        var (near, found) = (0, 0)
        while near < 400 {
            let text = corpus.text(words: 12 + corpus.below(20))
            let edited = corpus.edited(text, 2 + corpus.below(3)).joined(separator: " ")
            let kept = text.joined(separator: " ")
            let similarity = Jaccard.similarity(shingler.shingles(of: kept), shingler.shingles(of: edited))
            guard (0.7..<0.74).contains(similarity) else { continue }
            var index = DuplicateIndex(settings: settings)
            index.insert(id: "kept", text: kept)
            near += 1
            found += index.match(for: edited) == nil ? 0 : 1
        }
        print("Similarity .70 to .74: \(near) pairs, \(found) found.")
        #expect(found >= 396)
    }

    @Test func `The same texts in the same order give the same matches`() {
        var corpus = DuplicateCorpus(seed: 2)
        let texts = corpus.texts(300)
        func matches() -> [DuplicateMatch?] {
            var index = DuplicateIndex(settings: NearDuplicateSettings())
            return texts.map { text in
                defer { index.insert(id: text, text: text) }
                return index.match(for: text)
            }
        }
        #expect(matches() == matches())
    }
}
