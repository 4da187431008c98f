import EtudeCore
import EtudeCurate
import Testing

@Suite struct LexicalDiversityTests {
    private func measure(_ texts: [String], words: Int = 4) -> LexicalDiversity {
        LexicalDiversity(of: EqualLengthTexts(texts, words: words)) { $0.count }
    }

    @Test func `Texts that are the same but for case and signs are the least varied`() {
        let found = measure(["One two, three four!", "ONE two three four", "one — two thrée four and more"])
        #expect(found.texts == 3)
        let third = 1.0 / 3
        #expect(found.distinct.allSatisfy { $0 == third })
        #expect(found.selfBLEU == 1)
        #expect(found.openings.share == 1)
        #expect(found.openings.frequent.map(\.words) == ["one two three"])
        #expect(found.openings.frequent.map(\.texts) == [3])
    }

    @Test func `Openings come by frequency, then by their bytes, and one alone is not named`() {
        let openings = (1...30).map { "b a\($0) c" } + ["z z z", "z z z", "a a a", "a a a", "m m m", "m m m", "m m m"]
        let found = measure(openings.map { $0 + " end" }).openings
        #expect(found.frequent.map(\.words) == ["m m m", "a a a", "z z z"])
        #expect(found.share == 24.0 / 37)
    }

    @Test func `Of nothing nothing is defined`() {
        let found = measure(["too short"])
        #expect(found.texts == 0)
        #expect(found.distinct.allSatisfy { $0 == nil })
        let rest: [Double?] = [found.compressionRatio, found.selfBLEU, found.selfRepetition, found.openings.share]
        #expect(rest.allSatisfy { $0 == nil })
        #expect(measure(["a b c d"]).selfBLEU == nil)
    }
}
