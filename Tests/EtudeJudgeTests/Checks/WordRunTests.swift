import EtudeText
import Testing

@testable import EtudeJudge

@Suite struct WordRunTests {
    private func run(_ text: String, _ source: String, uncounted: Set<String> = []) -> (String, Int)? {
        WordRun.heaviest(in: WordPlaces(Folding.words(text)), sharedWith: Folding.words(source), uncounted: uncounted)
            .map { ($0.words.joined(separator: " "), $0.weight) }
    }

    @Test func `the longest run is found wherever it stands`() throws {
        #expect(try #require(run("a b c d e f", "x c d e y a b")) == ("c d e", 6))
        #expect(try #require(run("a a a b", "a a b b")) == ("a a b", 6))
        #expect(run("a b", "c d") == nil)
        #expect(run("", "a") == nil)
    }

    @Test func `uncounted words carry a run on and weigh nothing, ideographs weigh half`() throws {
        #expect(try #require(run("a b c d", "a b c d", uncounted: ["b", "c"])) == ("a b c d", 4))
        #expect(try #require(run("针是一条鱼", "针是一条河")) == ("针 是 一 条", 4))
        #expect(WordRun.weight(of: "바늘") == 2)
        #expect(WordRun.weight(of: "の") == 1)
    }
}
