import EtudeCore
import Testing

@testable import EtudeSample

struct DivisionTests {
    @Test("Categories, ids and a fraction hold out their union, in catalog order")
    func union() throws {
        let catalog = try catalog(skills: 40, topics: 10)
        let rule = HoldoutRule(
            skills: .init(categories: ["c1"], ids: ["skill-0", "skill-1"], fraction: 0.25),
            topics: .init(fraction: 0.5)
        )
        let division = try Division.divide(catalog: catalog, rule: rule, seed: Seed(7))
        let byFraction = try Division.divide(
            catalog: catalog,
            rule: HoldoutRule(skills: .init(fraction: 0.25)),
            seed: Seed(7)
        ).heldOutSkills
        #expect(byFraction.count == 10)
        let named = catalog.skills.filter { $0.category == "c1" }.map(\.id) + ["skill-0"]
        #expect(Set(division.heldOutSkills) == Set(byFraction).union(named))
        #expect(division.heldOutSkills == catalog.skills.map(\.id).filter { division.side(ofSkill: $0) == .heldOut })
        #expect(division.trainSkills == catalog.skills.map(\.id).filter { division.side(ofSkill: $0) == .train })
        #expect(division.heldOutTopics.count == 5 && division.trainTopics.count == 5)
        #expect(division.side(ofTopic: division.heldOutTopics[0]) == .heldOut)
        #expect(division.side(ofSkill: "absent") == nil)
    }

    @Test("Another skill takes its place and reshuffles no other")
    func stableRanking() throws {
        let rule = HoldoutRule(skills: .init(fraction: 0.3), combinations: .init(of: 2, fraction: 0.1))
        let small = try Division.divide(catalog: try catalog(skills: 40, topics: 2), rule: rule, seed: Seed(3))
        let large = try Division.divide(catalog: try catalog(skills: 41, topics: 2), rule: rule, seed: Seed(3))
        #expect(Set(small.heldOutSkills).symmetricDifference(large.heldOutSkills).count <= 2)
        let closedOnly = HoldoutRule(combinations: .init(of: 2, fraction: 0.1))
        let before = try Division.divide(catalog: try catalog(skills: 40, topics: 2), rule: closedOnly, seed: Seed(3))
        let after = try Division.divide(catalog: try catalog(skills: 41, topics: 2), rule: closedOnly, seed: Seed(3))
        #expect(before.closed.count == 78 && after.closed.count == 82)
        #expect(before.closed.subtracting(after.closed).count <= 4)
    }

    @Test("Closed tuples are sorted, of train skills only, and follow the seed", arguments: [2, 3])
    func closed(size: Int) throws {
        let catalog = try catalog(skills: 20, topics: 2)
        let rule = HoldoutRule(
            skills: .init(categories: ["c0"]),
            combinations: .init(of: size, fraction: 0.1)
        )
        let division = try Division.divide(catalog: catalog, rule: rule, seed: Seed(1))
        #expect(division.closed.count == (size == 2 ? 12 : 56))
        for tuple in division.closed {
            #expect(tuple.count == size && tuple == tuple.sorted())
            #expect(tuple.allSatisfy { division.side(ofSkill: $0) == .train })
        }
        #expect(try Division.divide(catalog: catalog, rule: rule, seed: Seed(1)) == division)
        #expect(try Division.divide(catalog: catalog, rule: rule, seed: Seed(2)).closed != division.closed)
    }

    @Test("A category that no skill has is a warning with the nearest name")
    func unknownCategory() throws {
        let rule = HoldoutRule(skills: .init(categories: ["c1", "c11"]))
        let division = try Division.divide(catalog: try catalog(skills: 10, topics: 1), rule: rule, seed: Seed(1))
        #expect(division.diagnostics.map(\.rule) == ["unknown-category"])
        #expect(division.diagnostics[0].message.contains("\"c11\""))
        #expect(division.diagnostics[0].message.contains("\"c1\""))
    }

    @Test(
        "What cannot be divided is refused with numbers",
        arguments: [
            (HoldoutRule(skills: .init(categories: ["none"])), "0 of 10 skills"),
            (HoldoutRule(skills: .init(fraction: 0.01)), "0 of 10 skills"),
            (HoldoutRule(skills: .init(fraction: 1)), "10 of 10 skills"),
            (HoldoutRule(skills: .init(fraction: 1.5)), "1.5"),
            (HoldoutRule(skills: .init(fraction: .nan)), "nan"),
            (HoldoutRule(skills: .init(ids: ["skill-99"])), "\"skill-99\""),
            (HoldoutRule(topics: .init(fraction: 1)), "4 of 4 topics"),
            (HoldoutRule(topics: .init(ids: ["topix-1"])), "Did you mean \"topic-1\"?"),
            (HoldoutRule(combinations: .init(of: 4, fraction: 0.1)), "is 4"),
            (HoldoutRule(combinations: .init(of: 2, fraction: 0.001)), "0 of 45"),
            (HoldoutRule(combinations: .init(of: 2, fraction: 1)), "all 45"),
        ]
    )
    func refused(rule: HoldoutRule, words: String) throws {
        let catalog = try catalog(skills: 10, topics: 4)
        let error = try #require(throws: EtudeError.self) {
            try Division.divide(catalog: catalog, rule: rule, seed: Seed(1))
        }
        #expect(error.code == .config)
        #expect(error.message.contains(words), "\(error)")
    }
}
