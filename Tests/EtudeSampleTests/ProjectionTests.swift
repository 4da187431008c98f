import Testing

@testable import EtudeSample

struct ProjectionTests {
    private func pick(_ skills: [Int], topic: Int = 0) -> BlockWalk.Pick {
        BlockWalk.Pick(position: 0, rank: 0, skillIndexes: skills, topicIndex: topic)
    }

    private func best(_ picks: [BlockWalk.Pick], skills: [Int], topics: [Int] = [0, 0]) -> Int? {
        Projection(skills: skills, topics: topics, missing: 0).best(of: picks[...], firstTopic: 0)
    }

    @Test("A skill that lags does not excuse one that leads by more than two")
    func leading() {
        #expect(best([pick([0, 1]), pick([2, 3])], skills: [0, 9, 5, 5]) == 1)
        #expect(best([pick([0, 1]), pick([2, 3])], skills: [0, 4, 4, 4]) == 0)
    }

    @Test("Skills that lag go before topics that lag, and topics before the order of the block")
    func needs() {
        #expect(best([pick([1, 2], topic: 1), pick([0, 1])], skills: [0, 1, 1], topics: [4, 0]) == 1)
        #expect(best([pick([0, 1]), pick([0, 1], topic: 1)], skills: [0, 1, 1], topics: [4, 0]) == 1)
        #expect(best([pick([0, 1]), pick([0, 2])], skills: [0, 1, 1]) == 0)
        #expect(best([], skills: [0]) == nil)
    }

    @Test("A pick lowers the need of its skills and its topic")
    func added() {
        var projection = Projection(skills: [0, 0, 0], topics: [0, 0], missing: 9)
        projection.add(pick([0], topic: 0), firstTopic: 0, weight: 0.25)
        #expect(projection.best(of: [pick([0], topic: 1), pick([1])][...], firstTopic: 0) == 1)
        #expect(projection.best(of: [pick([1]), pick([1], topic: 1)][...], firstTopic: 0) == 1)
    }
}
