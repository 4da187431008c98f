import EtudeCore
import Testing

@testable import EtudeSample

struct CellSamplerTests {
    private func cell(
        _ division: Division,
        k: Int,
        rows: Int,
        candidates: Int = 1,
        seed: UInt64 = 1,
        after history: SampleHistory = SampleHistory()
    ) throws -> PlannedCell {
        let plan = try SamplePlan.make(
            division: division,
            splits: [.train(k: k, rows: rows)],
            candidates: candidates,
            strategy: .uniform,
            seed: Seed(seed),
            after: history
        )
        return try #require(plan.cells.first)
    }

    @Test("A whole small space is drawn without repeats")
    func whole() throws {
        let drawn = all(try cell(division(train: 9, trainTopics: 4), k: 3, rows: 336))
        #expect(drawn.count == 336)
        #expect(Set(drawn.map(\.combination.unordered)).count == 336)
        #expect(drawn.map(\.position) == Array(0..<336))
    }

    @Test("Positions that are not eligible are skipped, counted, and not numbered")
    func skipped() throws {
        let closed = tuples(9, of: 2, among: 9, seed: 3)
        var sampler = CellSampler(try cell(division(train: 9, closed: closed), k: 2, rows: 27))
        var last: UInt128 = 0
        for position in 0..<27 {
            let next = sampler.next()
            let drawn = try #require(next)
            #expect(drawn.position == position)
            last = sampler.cell.space.permutation.position(of: drawn.rank)
        }
        #expect(sampler.next() == nil)
        #expect(sampler.drawn == 27)
        #expect(sampler.cell.block == 0..<36)
        #expect(sampler.notEligible == Int(last) + 1 - 27)
        #expect(sampler.notEligible > 0)
    }

    @Test("The limit ends a cell before its block does")
    func limit() throws {
        let closed = tuples(30, of: 2, among: 30, seed: 3)
        let division = division(train: 30, trainTopics: 9, closed: closed)
        var sampler = CellSampler(try cell(division, k: 3, rows: 20, candidates: 5))
        while sampler.next() != nil {}
        #expect(sampler.drawn == 100)
        #expect(UInt128(sampler.drawn + sampler.notEligible) < sampler.cell.block.upperBound)
    }

    @Test("Skills and pairs are drawn evenly", arguments: [1, 2, 3, 4])
    func even(seed: UInt64) throws {
        var skills: [String: Int] = [:]
        var pairs: [[String]: Int] = [:]
        var topics: [String: Int] = [:]
        for drawn in all(try cell(division(train: 20, trainTopics: 50), k: 3, rows: 6000, seed: seed)) {
            for pair in subsets(of: 3, size: 2) {
                pairs[pair.map { drawn.combination.skills[$0] }.sorted(), default: 0] += 1
            }
            for skill in drawn.combination.skills { skills[skill, default: 0] += 1 }
            topics[drawn.combination.topic, default: 0] += 1
        }
        // Five standard deviations above the mean of each chi-square; draws without replacement vary less.
        #expect(skills.count == 20 && chiSquare(Array(skills.values)) < 19 + 5 * 38.0.squareRoot())
        #expect(pairs.count == 190 && chiSquare(Array(pairs.values)) < 189 + 5 * 378.0.squareRoot())
        #expect(topics.count == 50 && chiSquare(Array(topics.values)) < 49 + 5 * 98.0.squareRoot())
    }

    @Test("Each skill stands at each place of the request equally often")
    func skillOrder() throws {
        let drawn = all(try cell(division(train: 6, trainTopics: 100), k: 3, rows: 2000))
        for skill in 0..<6 {
            let places = (0..<3).map { place in drawn.count { $0.combination.skills[place] == "skill-\(skill)" } }
            #expect(chiSquare(places) < 2 + 5 * 4.0.squareRoot())
        }
    }

    @Test("A space of more than 10^15 is drawn from at position 10^14 at once")
    func far() throws {
        let division = division(train: 1000, trainTopics: 150, closed: [["skill-1", "skill-2"]])
        let far: UInt128 = 100_000_000_000_000
        let cell = try cell(
            division,
            k: 5,
            rows: 100,
            after: history(of: division, space: "train/train/k5", taking: 0..<far)
        )
        #expect(cell.space.combinations.size > 1_000_000_000_000_000)
        let drawn = all(cell)
        #expect(drawn.count == 100 && Set(drawn.map(\.rank)).count == 100)
        #expect(drawn[0].rank == cell.space.permutation.rank(at: far))
        for one in drawn { #expect(cell.space.combinations.rank(of: one.combination) == one.rank) }
    }

    @Test("Attempts share combination and position seed, and have sampling seeds of their own")
    func attempts() throws {
        let drawn = all(try cell(division(train: 9), k: 2, rows: 5))
        let candidates = drawn.flatMap { one in (0..<3).map(one.candidate(attempt:)) }
        #expect(Set(candidates.map(\.seed)).count == 15)
        #expect(Set(candidates.map(\.positionSeed)).count == 5)
        #expect(candidates[4].combination == drawn[1].combination)
        #expect(candidates[4].position == 1 && candidates[4].attempt == 1)
        let seed = Seed(1).child("position", "train/k2", String(drawn[1].rank))
        #expect(candidates[4].positionSeed == seed && candidates[4].seed == seed.child("attempt", "1"))
    }
}
