import EtudeCore
import EtudeText
import Testing

@testable import EtudeCurate

@Suite struct DuplicateIndexTests {
    private func index(_ texts: String..., settings: NearDuplicateSettings = .init()) -> DuplicateIndex {
        var index = DuplicateIndex(settings: settings)
        for (number, text) in texts.enumerated() { index.insert(id: "row \(number)", text: text) }
        return index
    }

    @Test func `A text that differs in case, signs and blanks is an exact duplicate`() throws {
        let match = try #require(index("The queen's hive, full.").match(for: "the QUEENS\nhive — full!"))
        #expect(match == DuplicateMatch(keptID: "row 0", similarity: 1, rule: .exact))
        #expect(match.kind == .exact)
    }

    @Test func `A near text says by which rule and how near`() throws {
        let long =
            "the beekeeper smiled as he opened the hive and found that the honey had already been stored for winter"
        let index = index(long, "bees hum in the warm lime trees near a mill")
        let jaccard = try #require(index.match(for: long + " days"))
        #expect(jaccard.rule == .jaccard)
        #expect(jaccard.kind == .near)
        #expect(jaccard.similarity > 0.9 && jaccard.similarity < 1)
        let words = try #require(index.match(for: "bees hum in the warm elm trees near a mill"))
        #expect(words.keptID == "row 1")
        #expect(words.rule == .wordsChanged)
        #expect(words.similarity < 0.7)
        #expect(index.match(for: "wasps hum in the warm elm trees near a mill") == nil)
    }

    @Test func `Of several kept texts the one inserted first is reported, whatever the rule`() {
        let text = "bees hum in the warm lime trees near a mill"
        let near = "bees hum in the warm elm trees near a mill"
        #expect(index(near, text, text).match(for: text)?.rule == .wordsChanged)
        #expect(index("other", text, near, text).match(for: text)?.keptID == "row 1")
    }

    @Test func `A text without letters and digits matches only its like`() {
        let index = index("…", "word")
        #expect(index.match(for: "")?.rule == .exact)
        #expect(index.match(for: "") == index.match(for: " ?! "))
        #expect(self.index("word").match(for: "") == nil)
        #expect(self.index("").match(for: "word") == nil)
    }

    @Test func `A short text is near when a word stays`() {
        #expect(index("yes").match(for: "no") == nil)
        #expect(index("yes").match(for: "Yes.")?.rule == .exact)
        #expect(index("good morning").match(for: "good evening")?.rule == .wordsChanged)
        #expect(index("good").match(for: "good evening")?.rule == .wordsChanged)
        #expect(index("good morning").match(for: "morning good") == nil)
        let two = NearDuplicateSettings(wordsChanged: 2)
        #expect(index("good morning", settings: two).match(for: "morning light") == nil)
        #expect(index("good morning all", settings: two).match(for: "morning all you")?.rule == .wordsChanged)
    }

    @Test(arguments: [(24, true), (25, false)])
    func `Changed words count in texts of at most 24 words`(words: Int, isNear: Bool) {
        let short = (0..<words).map { "w\($0)" }
        let changed = ["another"] + short.dropFirst()
        let settings = NearDuplicateSettings(threshold: 1)
        let index = index(short.joined(separator: " "), settings: settings)
        #expect((index.match(for: changed.joined(separator: " ")) != nil) == isNear)
        let shorter = index.match(for: short.dropFirst().joined(separator: " "))
        #expect((shorter != nil) == isNear)
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2)])
    func `The number of changed words is a setting`(setting: Int, caught: Int) {
        let text = "one two three four five six seven eight"
        let changed = [text, "one two three X five six seven eight", "Y two three four five six eight"]
        let index = index(text, settings: NearDuplicateSettings(threshold: 1, wordsChanged: setting))
        #expect(changed.map { index.match(for: $0) != nil } == (0...2).map { $0 <= caught })
    }

    @Test func `Every change of one word of a short text is caught at the defaults`() {
        var corpus = DuplicateCorpus(seed: 3)
        var changes = 0
        for length in 12...24 {
            let text = corpus.text(words: length)
            let index = index(text.joined(separator: " "))
            for place in 0...length {
                var variants = [text, text, text]
                variants[0].insert(corpus.word(), at: place)
                if place < length {
                    variants[1][place] = corpus.word()
                    variants[2].remove(at: place)
                }
                for variant in variants where variant.count <= 24 {
                    changes += 1
                    #expect(index.match(for: variant.joined(separator: " ")) != nil)
                }
            }
        }
        print("One word changed in texts of 12 to 24 words: \(changes) changes, all caught.")
    }
}
