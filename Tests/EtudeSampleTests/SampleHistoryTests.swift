import EtudeCore
import Testing

@testable import EtudeSample

/// Releases of one dataset, one after the other.
struct SampleHistoryTests {
    /// A dataset whose releases draw, decide a part, and go on.
    private struct Dataset {
        var history = SampleHistory()
        /// Every combination that was ever decided, with its cell.
        var decided: [(cell: String, combination: Combination)] = []

        /// Makes a release: of each cell's positions all but the last `undecided` are decided.
        mutating func release(
            _ division: Division,
            _ splits: [SplitRule],
            strategy: SamplingStrategy = .uniform,
            undecided: Int = 0
        ) throws -> SamplePlan {
            let plan = try SamplePlan.make(
                division: division,
                splits: splits,
                candidates: 3,
                strategy: strategy,
                seed: Seed(5),
                after: history
            )
            var histories: [CellHistory] = []
            for cell in plan.cells {
                let drawn = draws(cell, in: plan, strategy).dropLast(undecided)
                decided += drawn.map { (cell.cell.name, $0.combination) }
                histories.append(cell.history(deciding: drawn.map(\.place)))
            }
            let epoch = history.epoch(for: division)
            let earlier = history.epochs.filter { $0.number != epoch }
            history = SampleHistory(
                epochs: earlier + [SampleEpoch(number: epoch, division: division, cells: histories)]
            )
            return plan
        }

        private func draws(_ cell: PlannedCell, in plan: SamplePlan, _ strategy: SamplingStrategy) -> [Drawn] {
            guard strategy == .balanced else { return Array(all(cell).prefix(cell.cell.rows + 4)) }
            var sampler = BalancedSampler([cell])
            return sampler.wave(asks: [cell.cell.index: cell.cell.rows], accepted: SplitCounts())[cell.cell.index] ?? []
        }

        /// The combinations that were decided more than once, whatever the order of their skills.
        var repeats: Int { decided.count - Set(decided.map(\.combination.unordered)).count }
    }

    private let closed = tuples(12, of: 2, among: 12, seed: 4)

    private func splits(_ rows: Int) -> [SplitRule] {
        [
            SplitRule(name: "train", skills: .train, topics: .train, rows: [1: 2, 2: rows, 3: rows]),
            SplitRule(name: "validation", skills: .train, topics: .train, rows: [2: 3]),
            SplitRule(name: "pairs", skills: .train, topics: .train, combinations: .heldOut, rows: [2: 3, 3: 3]),
        ]
    }

    @Test("No combination is decided twice over many releases", arguments: [SamplingStrategy.uniform, .balanced])
    func withoutReplacement(_ strategy: SamplingStrategy) throws {
        let pools = division(train: 12, trainTopics: 5, closed: closed)
        var dataset = Dataset()
        for round in 0..<4 {
            _ = try dataset.release(pools, splits(6 + round), strategy: strategy, undecided: round % 3)
        }
        #expect(dataset.decided.count > 80)
        #expect(dataset.repeats == 0)
        #expect(dataset.history.epochs.count == 1)
    }

    @Test("A catalog that grows begins an epoch, and what was drawn before it is not drawn again")
    func epochs() throws {
        var dataset = Dataset()
        _ = try dataset.release(division(train: 12, trainTopics: 5, closed: closed), splits(8), undecided: 2)
        _ = try dataset.release(division(train: 14, trainTopics: 5, closed: closed), splits(8), undecided: 1)
        _ = try dataset.release(division(train: 14, trainTopics: 6, closed: closed), splits(8))
        #expect(dataset.history.epochs.map(\.number) == [0, 1, 2])
        #expect(dataset.repeats == 0)
        // One topic and all pairs: with what is left of 12 skills the earlier draws fill much of the space.
        let small = [SplitRule(name: "train", skills: .train, topics: .train, rows: [1: 15])]
        var tight = Dataset()
        _ = try tight.release(division(train: 12, trainTopics: 2), small)
        _ = try tight.release(division(train: 13, trainTopics: 2), small)
        #expect(tight.decided.count == 26, "19 of 24, then the other 5 and the 2 of the new skill")
        #expect(tight.repeats == 0)
    }

    @Test("A cell goes on with what its blocks have left before it gets another")
    func leftovers() throws {
        let pools = division(train: 12, trainTopics: 5, closed: closed)
        var dataset = Dataset()
        let rules = [SplitRule(name: "train", skills: .train, topics: .train, rows: [2: 10])]
        let first = try dataset.release(pools, rules, undecided: 3).cells[0]
        let second = try dataset.release(pools, rules).cells[0]
        let walked = all(first)
        #expect(Array(all(second).map(\.place).prefix(19)) == Array(walked.map(\.place).dropFirst(11)))
        #expect(all(second)[0].position == 11, "positions are numbered on")
        #expect(second.block.lowerBound == first.block.upperBound)
        #expect(second.block.count < first.block.count)
    }

    @Test("A space that took in more topics minds what the narrower one gave away")
    func widerTopics() throws {
        let pools = division(train: 5, trainTopics: 2, heldOutTopics: 2)
        var dataset = Dataset()
        let narrow = SplitRule(name: "train", skills: .train, topics: .train, rows: [1: 4])
        let wide = SplitRule(name: "any", skills: .train, topics: .any, rows: [1: 4])
        _ = try dataset.release(pools, [narrow])
        let plan = try dataset.release(pools, [narrow, wide])
        #expect(plan.cells.map(\.space.id) == ["train/any/k1", "train/any/k1"])
        #expect(dataset.repeats == 0)
    }

    @Test("A history comes back from its JSON, and a broken range is refused")
    func json() throws {
        var dataset = Dataset()
        _ = try dataset.release(division(train: 12, trainTopics: 5, closed: closed), splits(8), undecided: 2)
        let epoch = try #require(dataset.history.epochs.first)
        let again = try SampleEpoch(json: epoch.json)
        #expect(again.cells == epoch.cells && again.hasPools(of: epoch.division))
        #expect(throws: EtudeError.self) { try Positions.ranges(["4-9", "8-10"]) }
        #expect(throws: EtudeError.self) { try Positions.ranges(["9-4"]) }
        #expect(throws: EtudeError.self) { try Positions.ranges(["x"]) }
    }

    @Test("Ranges are subtracted, joined and searched as sets are")
    func ranges() {
        var generator = SeededGenerator(seed: Seed(8))
        for _ in 0..<300 {
            func random() -> [Range<UInt128>] {
                Positions.union(
                    (0..<generator.below(5)).map { _ in
                        let start = UInt128(generator.below(30))
                        return start..<start + UInt128(1 + generator.below(6))
                    }
                )
            }
            let (a, b) = (random(), random())
            func set(_ ranges: [Range<UInt128>]) -> Set<UInt128> {
                Set(ranges.flatMap { Array($0.lowerBound..<$0.upperBound) })
            }
            #expect(set(Positions.difference(a, b)) == set(a).subtracting(set(b)))
            #expect(set(Positions.union(a + b)) == set(a).union(set(b)))
            #expect((0..<40).allSatisfy { Positions.contains($0, in: a) == set(a).contains($0) })
        }
    }
}
