import EtudeCore
import Testing

@testable import EtudeSample

struct BalancedSamplerTests {
    private func sampler(
        rows: [Int: Int],
        division: Division = division(train: 53, trainTopics: 50),
        candidates: Int = 200,
        seed: UInt64
    ) throws -> BalancedSampler {
        let plan = try SamplePlan.make(
            division: division,
            splits: [SplitRule(name: "train", skills: .train, topics: .train, rows: rows)],
            candidates: candidates,
            strategy: .balanced,
            seed: Seed(seed)
        )
        return BalancedSampler(plan.cells)
    }

    /// Runs waves against a judge that passes a share of the drafts by k, until every cell is full or nothing is left.
    private func run(
        _ sampler: BalancedSampler,
        passing: [Int: Double],
        seed: UInt64
    ) -> (counts: SplitCounts, accepted: [Int: Int], drawn: [Drawn]) {
        var sampler = sampler
        var judge = SeededGenerator(seed: Seed(seed).child("judge"))
        var counts = SplitCounts()
        var accepted: [Int: Int] = [:]
        var drawn: [Drawn] = []
        while true {
            var asks: [Int: Int] = [:]
            for cell in sampler.cells { asks[cell.cell.index] = cell.cell.rows - accepted[cell.cell.index, default: 0] }
            let wave = sampler.wave(asks: asks, accepted: counts).sorted { $0.key < $1.key }.flatMap(\.value)
            guard !wave.isEmpty else { return (counts, accepted, drawn) }
            drawn += wave
            for one in wave where judge.unit() < passing[one.combination.skills.count, default: 1] {
                counts.add(one.combination)
                accepted[one.cell, default: 0] += 1
            }
        }
    }

    private func spread(_ counts: SplitCounts, _ skills: Int) -> Int {
        let values = (0..<skills).map { counts.skills["skill-\($0)"] ?? 0 }
        return (values.max() ?? 0) - (values.min() ?? 0)
    }

    @Test("Skills end within two rows of each other at 30, 20 and 4% acceptance", arguments: [1, 2])
    func balanced(seed: UInt64) throws {
        let sampler = try sampler(rows: [3: 60, 4: 60, 5: 40], seed: seed)
        let outcome = run(sampler, passing: [3: 0.3, 4: 0.2, 5: 0.04], seed: seed)
        #expect(outcome.accepted == [0: 60, 1: 60, 2: 40])
        #expect(spread(outcome.counts, 53) <= 2)
        #expect((outcome.counts.topics.values.max() ?? 0) <= 7)
        #expect(Set(outcome.drawn.map(\.combination.unordered)).count == outcome.drawn.count)
    }

    @Test("Closed pairs do not hinder it")
    func closedPairs() throws {
        let divided = division(train: 53, trainTopics: 50, closed: tuples(138, of: 2, among: 53, seed: 8))
        let sampler = try sampler(rows: [2: 60, 3: 60], division: divided, candidates: 30, seed: 1)
        let outcome = run(sampler, passing: [2: 0.5, 3: 0.3], seed: 1)
        #expect(outcome.accepted == [0: 60, 1: 60])
        #expect(spread(outcome.counts, 53) <= 2)
        for one in outcome.drawn { #expect(!divided.closed.contains { Set($0).isSubset(of: one.combination.skills) }) }
    }

    @Test("Skills that a judge passes seldom catch up")
    func hardSkills() throws {
        var sampler = try sampler(rows: [2: 80], division: division(train: 16, trainTopics: 10), seed: 3)
        var judge = SeededGenerator(seed: Seed(3))
        var counts = SplitCounts()
        var missing = 80
        while missing > 0 {
            let wave = try #require(sampler.wave(asks: [0: missing], accepted: counts)[0])
            for one in wave where judge.unit() < (one.combination.skills.contains("skill-0") ? 0.1 : 0.9) {
                counts.add(one.combination)
                missing -= 1
            }
        }
        #expect(spread(counts, 16) <= 2)
    }

    @Test("A wave gives what it was asked for, from the cells that were asked")
    func asks() throws {
        var sampler = try sampler(rows: [2: 10, 3: 10], seed: 1)
        let first = sampler.wave(asks: [1: 4], accepted: SplitCounts())
        #expect(first.mapValues(\.count) == [1: 4])
        #expect(first[1]?.map(\.position) == [0, 1, 2, 3])
        let second = sampler.wave(asks: [0: 2, 1: 3], accepted: SplitCounts())
        #expect(second.mapValues(\.count) == [0: 2, 1: 3])
        #expect(second[1]?.map(\.position) == [4, 5, 6])
    }

    @Test("The limit of a cell ends its waves")
    func limit() throws {
        let sampler = try sampler(rows: [2: 5], division: division(train: 6), candidates: 2, seed: 1)
        let outcome = run(sampler, passing: [2: 0], seed: 1)
        #expect(outcome.drawn.count == 10)
        #expect(outcome.accepted.isEmpty)
    }

    @Test("Positions that are not eligible are counted")
    func notEligible() throws {
        let divided = division(train: 9, closed: tuples(9, of: 2, among: 9, seed: 3))
        var sampler = try sampler(rows: [2: 27], division: divided, candidates: 1, seed: 1)
        let wave = sampler.wave(asks: [0: 27], accepted: SplitCounts())
        #expect(wave[0]?.count == 27)
        #expect(sampler.notEligible == [0: 9])
    }

    @Test("The same decisions lead to the same picks")
    func determinism() throws {
        let sampler = try sampler(rows: [2: 20, 3: 20], seed: 5)
        let first = run(sampler, passing: [2: 0.5, 3: 0.3], seed: 5).drawn
        #expect(run(sampler, passing: [2: 0.5, 3: 0.3], seed: 5).drawn == first)
        #expect(run(sampler, passing: [2: 0.5, 3: 0.3], seed: 6).drawn != first)
    }
}
