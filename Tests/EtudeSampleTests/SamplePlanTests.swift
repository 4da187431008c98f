import EtudeCore
import Testing

@testable import EtudeSample

struct SamplePlanTests {
    /// Twelve train skills with eight closed pairs, six held out, three topics on each side.
    private let divided = division(
        train: 12,
        heldOut: 6,
        trainTopics: 3,
        heldOutTopics: 3,
        closed: tuples(8, of: 2, among: 12, seed: 1)
    )

    private let splits = [
        SplitRule(name: "train", skills: .train, topics: .train, rows: [3: 10, 2: 5]),
        SplitRule(name: "validation", skills: .train, topics: .train, rows: [3: 4]),
        SplitRule(name: "pairs", skills: .train, topics: .train, combinations: .heldOut, rows: [2: 3, 3: 4]),
        SplitRule(name: "topics", skills: .train, topics: .heldOut, rows: [3: 4]),
        SplitRule(name: "skills", skills: .heldOut, topics: .train, rows: [3: 4]),
        SplitRule(name: "any", skills: .any, topics: .any, rows: [3: 4]),
        SplitRule(name: "evaluation", skills: .train, topics: .train, texts: false, rows: [3: 6]),
    ]

    private func make(
        _ splits: [SplitRule],
        candidates: Int = 3,
        strategy: SamplingStrategy = .uniform,
        seed: UInt64 = 1,
        after history: SampleHistory = SampleHistory()
    ) throws -> SamplePlan {
        try SamplePlan.make(
            division: divided,
            splits: splits,
            candidates: candidates,
            strategy: strategy,
            seed: Seed(seed),
            after: history
        )
    }

    @Test("Requests only come first, then held-out splits, then the others; k ascends")
    func order() throws {
        let plan = try make(splits)
        #expect(
            plan.cells.map(\.cell.name) == [
                "evaluation/k3", "pairs/k2", "pairs/k3", "topics/k3", "skills/k3", "any/k3", "train/k2", "train/k3",
                "validation/k3",
            ]
        )
        #expect(plan.cells.map(\.cell.index) == Array(0..<9))
    }

    @Test("Cells that share a space have blocks one after the other, in the decision order")
    func blocks() throws {
        let shared = try make(splits).cells.filter { $0.space.id == "train/train/k3" }
        #expect(shared.map(\.cell.split) == ["evaluation", "pairs", "train", "validation"])
        #expect(shared[0].block.lowerBound == 0)
        for (cell, next) in zip(shared, shared.dropFirst()) {
            #expect(cell.block.upperBound == next.block.lowerBound)
        }
    }

    @Test("A block has rows × candidates positions, and more where some are not eligible")
    func blockLength() throws {
        let plan = try make([
            SplitRule(name: "skills", skills: .heldOut, topics: .train, rows: [3: 4]),
            SplitRule(name: "pairs", skills: .train, topics: .train, combinations: .heldOut, rows: [3: 4]),
        ])
        #expect(plan.cells[0].block == 0..<12)
        let pairs = plan.cells[1]
        #expect(pairs.block.upperBound > 12)
        #expect(all(pairs).count == 12 && pairs.limit == 12)
    }

    @Test("No combination is drawn twice in a plan, and each stands where it may", arguments: SamplingStrategy.allCases)
    func eligible(strategy: SamplingStrategy) throws {
        var seen: Set<Combination> = []
        for cell in try make(splits, strategy: strategy).cells {
            for drawn in all(cell) {
                #expect(seen.insert(drawn.combination.unordered).inserted)
                let skills = drawn.combination.skills
                let sides = Set(skills.compactMap(divided.side(ofSkill:)))
                let topic = divided.side(ofTopic: drawn.combination.topic)
                let holdsClosed = divided.closed.contains { Set($0).isSubset(of: skills) }
                #expect(Set(skills).count == cell.cell.k)
                switch cell.cell.split {
                case "pairs": #expect(sides == [.train] && topic == .train && holdsClosed)
                case "topics": #expect(sides == [.train] && topic == .heldOut && !holdsClosed)
                case "skills": #expect(sides == [.heldOut] && topic == .train)
                case "any": #expect(sides == [.train, .heldOut])
                default: #expect(sides == [.train] && topic == .train && !holdsClosed)
                }
            }
        }
    }

    @Test("A split on either side's topics shares its space with the splits on one side")
    func eitherTopics() throws {
        let plan = try make([
            SplitRule(name: "train", skills: .train, topics: .train, rows: [2: 20]),
            SplitRule(name: "topics", skills: .train, topics: .heldOut, rows: [2: 20]),
            SplitRule(name: "mixed", skills: .train, topics: .any, rows: [2: 20]),
        ])
        #expect(Set(plan.cells.map(\.space.id)) == ["train/any/k2"])
        let drawn = plan.cells.flatMap(all)
        #expect(Set(drawn.map(\.combination.unordered)).count == drawn.count)
        for cell in plan.cells where cell.cell.split != "mixed" {
            let side: Side = cell.cell.split == "train" ? .train : .heldOut
            #expect(all(cell).allSatisfy { divided.side(ofTopic: $0.combination.topic) == side })
        }
    }

    @Test("Blocks that do not fit are cut in proportion, by largest remainder, with a warning")
    func cut() throws {
        // Six held-out skills, k = 3, three topics: 60 combinations; 30 + 20 rows, and 7 for requests.
        let plan = try make([
            SplitRule(name: "a", skills: .heldOut, topics: .train, rows: [3: 30]),
            SplitRule(name: "b", skills: .heldOut, topics: .train, rows: [3: 20]),
            SplitRule(name: "requests", skills: .heldOut, topics: .train, texts: false, rows: [3: 7]),
        ])
        #expect(plan.cells.map(\.block) == [0..<7, 7..<39, 39..<60])
        #expect(plan.diagnostics.map(\.rule) == ["blocks-cut"])
        #expect(plan.diagnostics[0].message.contains("171") && plan.diagnostics[0].message.contains("60"))
        #expect(Set(plan.cells.flatMap(all).map(\.combination.unordered)).count == 60)
    }

    @Test("Exhaustive divides the whole space without a warning")
    func exhaustive() throws {
        let rules = [
            SplitRule(name: "a", skills: .heldOut, topics: .train, rows: [3: 2]),
            SplitRule(name: "b", skills: .heldOut, topics: .train, rows: [3: 1]),
        ]
        let plan = try make(rules, candidates: 50, strategy: .exhaustive)
        #expect(plan.cells.map(\.block) == [0..<40, 40..<60])
        #expect(plan.diagnostics.isEmpty)
        #expect(plan.cells.map { all($0).count } == [40, 20])
    }

    @Test("A longer block starts with the same combinations, and a later release goes on behind it")
    func extendable() throws {
        let rule = SplitRule(name: "a", skills: .train, topics: .train, rows: [3: 10])
        let short = try make([rule], candidates: 3).cells[0]
        let long = try make([rule], candidates: 9).cells[0]
        let first = all(short)
        #expect(first.count == 30)
        #expect(Array(all(long).prefix(30)) == first)
        let later = try make(
            [rule],
            after: history(of: divided, space: short.space.id, taking: 0..<short.block.upperBound)
        ).cells[0]
        #expect(later.block.lowerBound == short.block.upperBound)
        #expect(Set(first.map(\.rank)).isDisjoint(with: all(later).map(\.rank)))
    }

    @Test("The same seed gives the same plan and another seed another")
    func determinism() throws {
        #expect(try make(splits) == make(splits))
        let drawn = try make(splits).cells.map { all($0) }
        #expect(try make(splits).cells.map { all($0) } == drawn)
        #expect(try make(splits, seed: 2).cells.map { all($0) } != drawn)
    }

    @Test(
        "What cannot be planned is refused with the cell's name and both numbers",
        arguments: [
            (SplitRule.train("a", k: 13, rows: 1), ["`a/k13`", "13", "12"]),
            (SplitRule.train("a", k: 2, rows: 175), ["`a/k2`", "175", "174"]),
            (SplitRule.train("a", k: 0, rows: 1), ["`a/k0`", "0"]),
            (SplitRule.train("a", k: 1, rows: 0), ["`a/k1`", "0 rows"]),
            (SplitRule.train("a", k: 1, rows: .max), ["`a/k1`", "\(Int.max) rows"]),
            (
                SplitRule(name: "p", skills: .train, topics: .train, combinations: .heldOut, rows: [2: 25]),
                ["`p/k2`", "25", "24"]
            ),
            (SplitRule(name: "e", skills: .any, topics: .any, rows: [1: 1]), ["`e/k1`", "1 rows", "only 0"]),
            (
                SplitRule(name: "p", skills: .any, topics: .any, combinations: .heldOut, rows: [2: 1]),
                ["`p`", "skills: any"]
            ),
        ]
    )
    func refused(rule: SplitRule, words: [String]) throws {
        let error = try #require(throws: EtudeError.self) { try make([rule]) }
        #expect(error.code == .config)
        for word in words { #expect(error.message.contains(word), "\(error)") }
    }

    @Test("Cells that together exceed their space are refused with both numbers")
    func together() throws {
        let rules = ["a", "b"].map { SplitRule(name: $0, skills: .heldOut, topics: .train, rows: [3: 31]) }
        let error = try #require(throws: EtudeError.self) { try make(rules) }
        #expect(error.message.contains("`a/k3`, `b/k3`"))
        #expect(error.message.contains("62") && error.message.contains("60"))
    }

    @Test("A share of a space that by chance holds too few eligible positions is refused, or holds the rows")
    func tight() throws {
        let rules = [
            SplitRule(name: "pairs", skills: .train, topics: .train, combinations: .heldOut, rows: [2: 10]),
            SplitRule(name: "train", skills: .train, topics: .train, rows: [2: 90]),
        ]
        var refusals = 0
        for seed in 0..<20 as Range<UInt64> {
            do {
                let plan = try make(rules, candidates: 4, seed: seed)
                for cell in plan.cells { #expect(all(cell).count >= cell.cell.rows) }
            } catch let error as EtudeError {
                refusals += 1
                #expect(error.message.contains("holds only"))
            }
        }
        #expect((1...19).contains(refusals))
    }

    @Test("Held-out combinations without any held out are refused")
    func noneClosed() throws {
        let rule = SplitRule(name: "p", skills: .train, topics: .train, combinations: .heldOut, rows: [2: 1])
        let error = try #require(throws: EtudeError.self) {
            try SamplePlan.make(
                division: division(train: 4),
                splits: [rule],
                candidates: 1,
                strategy: .uniform,
                seed: Seed(1)
            )
        }
        #expect(error.code == .config && error.message.contains("`p`"))
    }
}
