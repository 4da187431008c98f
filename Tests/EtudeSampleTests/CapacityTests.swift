import EtudeCore
import Testing

@testable import EtudeSample

struct CapacityTests {
    @Test(
        "Open and closed sets are as many as when each is looked at",
        arguments: [(2, 0), (2, 5), (2, 30), (3, 1), (3, 12), (3, 80)],
        [1, 2, 3, 5]
    )
    func bruteForce(closed: (size: Int, count: Int), k: Int) throws {
        let division = division(
            train: 10,
            heldOut: 3,
            trainTopics: 1,
            heldOutTopics: 2,
            closed: tuples(closed.count, of: closed.size, among: 10, seed: 5)
        )
        for skills in SplitRule.Pool.allCases {
            for topics in SplitRule.Pool.allCases {
                for combinations in SplitRule.Combinations.allCases where combinations == .open || skills == .train {
                    let rule = SplitRule(
                        name: "split",
                        skills: skills,
                        topics: topics,
                        combinations: combinations,
                        rows: [k: 1]
                    )
                    let pool = division.skills(in: skills)
                    guard k <= pool.count else { continue }
                    let space = try CombinationSpace(skills: pool, k: k, topics: division.topics(in: .any))
                    let eligibility = Eligibility(rule, division: division, topicPool: .any)
                    let found = (0..<space.size).count { rank in
                        let combination = space.combination(rank)
                        return eligibility.admits(combination.skillIndexes, topicIndex: combination.topicIndex)
                    }
                    #expect(eligibility.capacity(in: space) == Capacity(count: UInt128(found), isExact: true))
                }
            }
        }
    }

    @Test("Fifty-four skills with a tenth of the pairs closed are counted exactly at k = 6")
    func shippedSize() throws {
        let closed = ClosedTuples(tuples(143, of: 2, among: 54, seed: 2), in: (0..<54).map { "skill-\($0)" })
        let three = try #require(OpenSets.count(size: 3, among: 54, closed: closed))
        #expect(Int(three) == subsets(of: 54, size: 3).count { !closed.isHeld(by: $0) })
        let six = try #require(OpenSets.count(size: 6, among: 54, closed: closed))
        #expect(six > 3_000_000 && six < 8_000_000)
    }

    @Test("Free skills enter as binomials, so that large pools with few closed pairs are counted")
    func freeSkills() throws {
        let pool = (0..<1000).map { "skill-\($0)" }
        let closed = ClosedTuples([["skill-1", "skill-2"]], in: pool)
        let count = try #require(OpenSets.count(size: 8, among: 1000, closed: closed))
        let binomials = Binomials(upTo: 1000, k: 8)
        #expect(count == binomials[1000, 8] - binomials[998, 6])
    }

    @Test("What takes too long to count is estimated within two in a hundred, and says so")
    func estimated() throws {
        let division = division(train: 300, closed: tuples(4485, of: 2, among: 300, seed: 4))
        let rule = SplitRule.train(k: 5, rows: 1)
        let space = try CombinationSpace(skills: division.trainSkills, k: 5, topics: ["topic-0"])
        let eligibility = Eligibility(rule, division: division, topicPool: .train)
        guard case .open(let closed) = eligibility.condition else { throw EtudeError(.fault, "No closed tuples.") }
        #expect(OpenSets.count(size: 5, among: 300, closed: closed, limit: 1000) == nil)
        let share = Double(eligibility.estimate(in: space, of: space.size)) / Double(space.size)
        #expect(abs(share - 0.3487) < 0.02)
    }
}
