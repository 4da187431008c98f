import EtudeCore
import EtudeText
import Testing

@testable import EtudeCurate

@Suite struct OverlapIndexTests {
    /// What is found in a text: for each benchmark the numbers of the items, and the span.
    private struct Found: Equatable {
        let benchmark: String
        let items: [Int]
        let span: String
    }

    private func index(_ items: [[String]], _ settings: OverlapSettings = OverlapSettings()) -> OverlapIndex {
        var texts = BenchmarkTexts(settings)
        texts.begin("b")
        for (number, item) in items.enumerated() { texts.add(number + 1, item) }
        return OverlapIndex(texts, settings)
    }

    private func found(_ text: String, in index: OverlapIndex) -> [Found] {
        index.matches(in: text.utf8.span).map { match in
            Found(
                benchmark: index.benchmarks.benchmarks[match.benchmark].name,
                items: match.items.map { index.benchmarks.items[$0].number },
                span: match.span
            )
        }
    }

    private func items(_ text: String, in index: OverlapIndex) -> [Int] {
        found(text, in: index).flatMap(\.items)
    }

    private func words(_ range: ClosedRange<Int>) -> String { range.map { "w\($0)" }.joined(separator: " ") }

    @Test func `A run of n words is found whatever its case and signs, one of fewer is not`() {
        let index = index([[words(1...20)], [words(30...50)]])
        let run = found("Well — W3, w4; " + words(5...15) + " (so there)", in: index)
        #expect(run == [Found(benchmark: "b", items: [1], span: words(3...15))])
        #expect(found("x " + words(3...14) + " y", in: index).isEmpty)
        #expect(found(words(9...20) + " x " + words(31...45), in: index).map(\.span) == [words(31...45)])
    }

    @Test(arguments: [(1...7, 0.5, false), (1...8, 0.5, true), (1...8, 0.7, false), (1...9, 0.7, true)])
    func `Of a shorter text runs of eight words count, and the part of its words`(
        shared: ClosedRange<Int>,
        coverage: Double,
        isFound: Bool
    ) {
        let index = index([[words(1...12)]], OverlapSettings(coverage: coverage))
        #expect(items("x \(words(shared)) y", in: index) == (isFound ? [1] : []))
    }

    @Test func `Parts of a short text may stand apart`() {
        let index = index([[words(1...18)]], OverlapSettings(n: 20, coverage: 0.9))
        #expect(items(words(1...9) + " x " + words(10...18), in: index) == [1])
        #expect(items(words(1...9) + " x " + words(1...9), in: index) == [])
    }

    @Test func `A text shorter than the short run is looked for whole, one of three words not at all`() {
        let index = index([["Who wrote Hamlet?", words(1...5)], ["yes", "one two three"]])
        #expect(items("a " + words(1...5) + " b", in: index) == [1])
        #expect(items(words(1...4) + " who wrote hamlet one two three yes", in: index) == [])
        #expect(index.benchmarks.benchmarks.map(\.items) == [2])
        #expect(index.benchmarks.benchmarks.map(\.tooShort) == [1])
    }

    @Test func `Short texts of an item with a long one are its answers, and not looked for`() {
        let index = index([[words(1...13), "the united states of america"]])
        #expect(items("in the united states of america", in: index) == [])
        #expect(items(words(1...13), in: index) == [1])
    }

    @Test func `Runs of too many texts are ignored, but one text of many items is one`() {
        let settings = OverlapSettings(mostTexts: 2)
        let frame = words(1...13)
        let framed = (20...22).map { ["\(frame) \(words($0 * 100...$0 * 100 + 13))"] }
        #expect(items(frame, in: index(Array(framed.prefix(2)), settings)) == [1, 2])
        let index = index(framed, settings)
        #expect(items(frame, in: index) == [])
        #expect(items(words(2100...2112), in: index) == [2])
        #expect(index.ignoredRuns == 1)
        #expect(items(frame, in: self.index([[frame], [frame], [frame]], settings)) == [1, 2, 3])
    }

    @Test func `Each benchmark is told apart, with the longest run it shares`() {
        let settings = OverlapSettings()
        var texts = BenchmarkTexts(settings)
        texts.begin("one")
        texts.add(7, [words(1...15)])
        texts.begin("two")
        texts.add(3, [words(1...30)])
        texts.add(4, [words(60...80)])
        let index = OverlapIndex(texts, settings)
        #expect(
            found(words(1...20) + " x " + words(60...74), in: index) == [
                Found(benchmark: "one", items: [7], span: words(1...15)),
                Found(benchmark: "two", items: [3, 4], span: words(1...20)),
            ]
        )
    }

    @Test func `An index of nothing finds nothing`() {
        #expect(found("any text at all, long or short", in: index([])).isEmpty)
    }

    @Test func `It finds what comparing all runs of words finds`() {
        var random = SeededGenerator(seed: Seed(9))
        func text(_ words: Int) -> [String] { (0..<words).map { _ in "v\(random.below(4))" } }
        let settings = OverlapSettings(n: 7, short: 5, coverage: 0.8, mostTexts: 1000)
        let items = (0..<120).map { _ in text(4 + random.below(8)) }
        let index = index(items.map { [$0.joined(separator: " ")] }, settings)
        var hits = 0
        for _ in 0..<150 {
            let row = text(random.below(60))
            let expected = items.indices.filter { Self.holds(row, items[$0], settings) }.map { $0 + 1 }
            hits += expected.count
            #expect(self.items(row.joined(separator: " "), in: index) == expected)
        }
        #expect(hits > 100)
    }

    /// Whether a row holds an item, by the definition.
    private static func holds(_ row: [String], _ item: [String], _ settings: OverlapSettings) -> Bool {
        let size = item.count >= settings.n ? settings.n : min(settings.short, item.count)
        var covered = Set<Int>()
        for start in 0...item.count - size {
            let run = item[start..<start + size]
            let stands = (0..<max(0, row.count - size + 1)).contains { row[$0..<$0 + size].elementsEqual(run) }
            if stands { covered.formUnion(start..<start + size) }
        }
        guard item.count < settings.n else { return !covered.isEmpty }
        return Double(covered.count) >= settings.coverage * Double(item.count)
    }
}
