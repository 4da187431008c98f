import EtudeCore
import Testing

@testable import EtudeJudge

@Suite struct WordAutomatonTests {
    /// The longest run that ends at each word and stands in the text, by trying all.
    private func stretches(in words: [String], of text: [String]) -> [Int] {
        words.indices.map { end in
            (0...end + 1).reversed().first { length in
                let run = words[...end].suffix(length)
                return length == 0 || text.indices.contains { text[$0...].starts(with: run) }
            } ?? 0
        }
    }

    @Test(arguments: 0..<200)
    func `it finds what trying all finds`(seed: Int) {
        var generator = SeededGenerator(seed: Seed(UInt64(seed)))
        func words(_ count: Int) -> [String] { (0..<count).map { _ in ["a", "b", "c"][generator.below(3)] } }
        let text = words(generator.below(20))
        let other = words(generator.below(20) + 1)
        #expect(WordAutomaton(text).stretches(in: other) == stretches(in: other, of: text))
    }
}
