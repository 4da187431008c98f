import EtudeCore
import Testing

@testable import EtudeSample

@Suite struct FamilyTests {
    /// Skills 0 to n - 1 in a row, each related to the next; skill i has the category `c` + i mod 5.
    private func chain(_ count: Int) throws -> Catalog {
        let plain = try catalog(skills: count, topics: 2)
        let skills = plain.skills.enumerated().map { index, skill in
            var skill = skill
            skill.name = "word\(index)"
            if index + 1 < count { skill.related = ["skill-\(index + 1)"] }
            return skill
        }
        return try Catalog(skills: skills, topics: plain.topics)
    }

    private func ids(_ numbers: [Int]) -> [String] { numbers.map { "skill-\($0)" } }

    @Test func `kin on different sides are named, each pair once`() throws {
        let rule = HoldoutRule(skills: .init(ids: ["skill-3", "skill-4"]))
        let division = try Division.divide(catalog: try chain(8), rule: rule, seed: Seed(1))
        #expect(division.heldOutSkills == ids([3, 4]))
        #expect(division.kinApart.map { [$0.first, $0.second] } == [ids([2, 3]), ids([4, 5])])
        #expect(division.diagnostics.map(\.rule) == ["holdout-kin", "holdout-kin"])
        #expect(division.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(division.diagnostics[0].message.hasPrefix("\"word3\" is held out and \"word2\" trains"))
        #expect(division.diagnostics[1].message.hasPrefix("\"word4\" is held out and \"word5\" trains"))
        #expect(division.diagnostics[0].message.contains("families: together"))
    }

    @Test func `beyond twenty-five pairs the others are counted`() throws {
        let odd = HoldoutRule(skills: .init(ids: (0..<30).filter { $0 % 2 == 1 }.map { "skill-\($0)" }))
        let division = try Division.divide(catalog: try chain(30), rule: odd, seed: Seed(1))
        #expect(division.kinApart.count == 29)
        #expect(division.diagnostics.count == 26)
        #expect(division.diagnostics.last?.message.hasPrefix("4 more pairs") == true)
    }

    @Test func `a named skill takes its kin along, and those nobody further`() throws {
        let rule = HoldoutRule(skills: .init(ids: ["skill-3"], families: .together))
        let division = try Division.divide(catalog: try chain(8), rule: rule, seed: Seed(1))
        #expect(division.heldOutSkills == ids([2, 3, 4]))
        #expect(division.kinApart.map { [$0.first, $0.second] } == [ids([1, 2]), ids([4, 5])])
        #expect(division.diagnostics.allSatisfy { !$0.message.contains("together") })
    }

    @Test func `a category takes the kin of all its skills along`() throws {
        let rule = HoldoutRule(skills: .init(categories: ["c1"], families: .together))
        let division = try Division.divide(catalog: try chain(12), rule: rule, seed: Seed(1))
        #expect(division.heldOutSkills == ids([0, 1, 2, 5, 6, 7, 10, 11]))
    }

    @Test func `a share is filled by the ranking's families, and one who came with a family brings nobody`() throws {
        let chain = try chain(60)
        let kinship = Kinship(chain.skills)
        func heldOut(_ fraction: Double, _ families: HoldoutRule.Families, _ seed: UInt64) throws -> Set<String> {
            let rule = HoldoutRule(skills: .init(fraction: fraction, families: families))
            return Set(try Division.divide(catalog: chain, rule: rule, seed: Seed(seed)).heldOutSkills)
        }
        for seed in UInt64(0)..<2 {
            // The ranking shows in what larger shares add.
            let shares = try (0...18).map { try heldOut(Double($0) / 60, .apart, seed) }
            let ranking = zip(shares, shares.dropFirst()).flatMap { $1.subtracting($0) }
            #expect(ranking.count == 18)
            var expected: Set<String> = []
            for leader in ranking where expected.count < 18 && !expected.contains(leader) {
                expected.formUnion(kinship.kin(of: leader).union([leader]))
            }
            #expect(try heldOut(0.3, .together, seed) == expected)
        }
    }

    @Test func `families change nothing where nobody is kin`() throws {
        let catalog = try catalog(skills: 40, topics: 2)
        let skills = HoldoutRule.Skills(categories: ["c1"], fraction: 0.25)
        var together = skills
        together.families = .together
        let apart = try Division.divide(catalog: catalog, rule: HoldoutRule(skills: skills), seed: Seed(7))
        #expect(
            try Division.divide(catalog: catalog, rule: HoldoutRule(skills: together), seed: Seed(7)) == apart
        )
        #expect(apart.kinApart.isEmpty && apart.diagnostics.isEmpty)
    }

    @Test func `families that leave nothing to train are refused with numbers`() throws {
        let rule = HoldoutRule(skills: .init(ids: ["skill-1"], families: .together))
        let error = try #require(throws: EtudeError.self) {
            try Division.divide(catalog: try chain(3), rule: rule, seed: Seed(1))
        }
        #expect(error.code == .config)
        #expect(error.message.contains("3 of 3 skills"))
    }
}
