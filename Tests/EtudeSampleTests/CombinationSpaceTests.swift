import EtudeCore
import Testing

@testable import EtudeSample

struct CombinationSpaceTests {
    @Test(
        "Every rank has its own combination, and its rank again",
        arguments: [(7, 1), (7, 3), (9, 4), (6, 6), (1, 1)]
    )
    func bijection(count: Int, k: Int) throws {
        let space = try CombinationSpace(
            skills: (0..<count).map { "s\($0)" },
            k: k,
            topics: ["a", "b", "c"]
        )
        var seen: Set<[Int]> = []
        for rank in 0..<space.size {
            let (skills, topic) = space.combination(rank)
            #expect(skills.count == k && zip(skills, skills.dropFirst()).allSatisfy(<))
            #expect(space.rank(of: skills, topicIndex: topic) == rank)
            seen.insert(skills + [topic])
        }
        #expect(seen.count == subsets(of: count, size: k).count * 3)
        #expect(UInt128(seen.count) == space.size)
    }

    @Test("A combination is found by its ids in any order")
    func byIds() throws {
        let space = try CombinationSpace(skills: ["a", "b", "c", "d"], k: 2, topics: ["x", "y"])
        let rank = space.rank(of: [1, 3], topicIndex: 1)
        #expect(space.rank(of: Combination(skills: ["d", "b"], topic: "y")) == rank)
        #expect(space.rank(of: Combination(skills: ["d", "d"], topic: "y")) == nil)
        #expect(space.rank(of: Combination(skills: ["d", "e"], topic: "y")) == nil)
    }

    @Test("Sizes reach up to 2^127 and no further")
    func size() throws {
        let skills = (0..<130).map { "s\($0)" }
        let space = try CombinationSpace(skills: skills, k: 40, topics: ["t"])
        let last = space.combination(space.size - 1)
        #expect(last.skillIndexes == Array(90..<130))
        #expect(space.rank(of: last.skillIndexes, topicIndex: 0) == space.size - 1)
        let error = try #require(throws: EtudeError.self) {
            try CombinationSpace(skills: skills + ["more", "and more"], k: 66, topics: ["t"])
        }
        #expect(error.code == .config && error.message.contains("66 of 132 skills"))
    }

    @Test("More skills than the pool has, none, and no topic are refused", arguments: [(4, 1), (0, 1), (2, 0)])
    func refused(k: Int, topics: Int) throws {
        let error = try #require(throws: EtudeError.self) {
            try CombinationSpace(skills: ["a", "b", "c"], k: k, topics: (0..<topics).map { "t\($0)" })
        }
        #expect(error.code == .config)
        if k == 4 { #expect(error.message.contains("4") && error.message.contains("3")) }
    }
}
