import EtudeCore
import Testing

@testable import EtudeSample

/// What becomes of a division when the catalog changes between releases.
struct DivisionKeepingTests {
    private let rule = HoldoutRule(
        skills: HoldoutRule.Skills(categories: ["c1"], fraction: 0.3),
        topics: HoldoutRule.Topics(fraction: 0.5),
        combinations: HoldoutRule.Combinations(of: 2, fraction: 0.1)
    )

    private func divide(_ catalog: Catalog, keeping kept: Division) throws -> Division {
        try Division.divide(catalog: catalog, rule: rule, seed: Seed(3), keeping: kept)
    }

    @Test("The same catalog is divided as it was")
    func same() throws {
        let whole = try catalog(skills: 40, topics: 12)
        let first = try Division.divide(catalog: whole, rule: rule, seed: Seed(3))
        let again = try divide(whole, keeping: first)
        #expect(again.trainSkills == first.trainSkills && again.heldOutSkills == first.heldOutSkills)
        #expect(again.trainTopics == first.trainTopics && again.heldOutTopics == first.heldOutTopics)
        #expect(again.closed == first.closed)
    }

    @Test("Through growth, loss and return no entry and no pair changes its side")
    func sidesStand() throws {
        var kept = try Division.divide(catalog: try catalog(skills: 30, topics: 8), rule: rule, seed: Seed(3))
        var sides: [String: Side] = [:]
        var open: Set<[String]> = []
        var closed: Set<[String]> = []
        for count in [30, 45, 25, 60] {
            let now = try divide(try catalog(skills: count, topics: 8 + count / 10), keeping: kept)
            for id in now.trainSkills + now.heldOutSkills {
                let side = try #require(now.side(ofSkill: id))
                #expect(sides.updateValue(side, forKey: id) ?? side == side)
            }
            for (index, first) in now.trainSkills.enumerated() {
                for second in now.trainSkills[(index + 1)...] {
                    let pair = [first, second].sorted()
                    if now.closed.contains(pair) { closed.insert(pair) } else { open.insert(pair) }
                }
            }
            kept = now.joined(with: kept)
        }
        #expect(sides.count == 60)
        #expect(open.isDisjoint(with: closed))
        #expect(sides.filter { $0.value == .heldOut }.count > 20, "the category, and about a third of the others")
    }

    @Test("New entries are held out by category, and about so many of the others as the fraction says")
    func newEntries() throws {
        let first = try Division.divide(catalog: try catalog(skills: 10, topics: 4), rule: rule, seed: Seed(3))
        let now = try divide(try catalog(skills: 410, topics: 4), keeping: first)
        let added = now.heldOutSkills.filter { !first.heldOutSkills.contains($0) }
        #expect((10..<410).filter { $0 % 5 == 1 }.allSatisfy { added.contains("skill-\($0)") })
        let others = Double(added.count - 80) / 320
        #expect(others > 0.25 && others < 0.35)
        #expect(Array(now.trainSkills.prefix(first.trainSkills.count)) == first.trainSkills, "earlier ones first")
    }

    @Test("A rule that would hold out what was trained on is refused")
    func refused() throws {
        let whole = try catalog(skills: 20, topics: 4)
        let first = try Division.divide(catalog: whole, rule: rule, seed: Seed(3))
        var harsher = rule
        harsher.skills.categories.append("c2")
        let error = #expect(throws: EtudeError.self) {
            try Division.divide(catalog: whole, rule: harsher, seed: Seed(3), keeping: first)
        }
        #expect(error?.code == .config && error?.message.contains("trained on") == true)
    }
}
