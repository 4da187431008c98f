import EtudeCore
import EtudePublish
import Testing

struct SetSelectorTests {
    /// Rows whose skills are drawn unevenly: the first of ten skills stand in most.
    static let candidates: [SetSelector.Candidate] = {
        var generator = SeededGenerator(seed: Seed(1))
        return (0..<600).map { number in
            let k = number % 3 + 1
            var skills: Set<Int> = []
            while skills.count < k { skills.insert(min(generator.below(10), generator.below(10))) }
            return SetSelector.Candidate(id: "row\(number)", k: k, skills: skills.sorted().map { "skill\($0)" })
        }
    }()

    private func choose(_ rows: Int, seed: UInt64 = 5, from candidates: [SetSelector.Candidate] = candidates) -> Set<
        String
    > {
        SetSelector(seed: Seed(seed)).choose(rows, k: [1, 2, 3], from: candidates)
    }

    private func byK(_ ids: Set<String>) -> [Int: Int] {
        Self.candidates.reduce(into: [:]) { counts, row in
            if ids.contains(row.id) { counts[row.k, default: 0] += 1 }
        }
    }

    @Test func `Each k gives the same number, the lower ones what is left over`() {
        #expect(SetSelector.shares(of: 60, over: [1, 2, 3]) == [1: 20, 2: 20, 3: 20])
        #expect(SetSelector.shares(of: 62, over: [3, 2, 1]) == [1: 21, 2: 21, 3: 20])
        #expect(SetSelector.shares(of: 2, over: [1, 2, 3]) == [1: 1, 2: 1, 3: 0])
        #expect(byK(choose(60)) == [1: 20, 2: 20, 3: 20])
    }

    @Test(arguments: [1, 2, 7, 59, 60, 61, 200, 500])
    func `A smaller set lies inside a larger one`(rows: Int) {
        let smaller = choose(rows)
        #expect(smaller.count == rows)
        for larger in [rows + 1, rows + 13, 600] { #expect(smaller.isSubset(of: choose(larger))) }
    }

    @Test func `The order in which rows come does not matter`() {
        var generator = SeededGenerator(seed: Seed(2))
        let shuffled = generator.shuffled(Self.candidates)
        #expect(choose(90) == choose(90, from: shuffled))
    }

    @Test func `Another seed chooses other rows`() {
        #expect(choose(60) != choose(60, seed: 6))
    }

    @Test func `Skills are balanced as far as the rows allow`() {
        let chosen = choose(60)
        for k in 1...3 {
            var counts: [String: Int] = [:]
            for row in Self.candidates where row.k == k && chosen.contains(row.id) {
                for skill in row.skills { counts[skill, default: 0] += 1 }
            }
            let even = 20 * k / 10
            #expect(counts.values.allSatisfy { $0 <= even + 3 }, "k \(k): \(counts)")
            #expect(counts.count == 10)
        }
    }

    @Test func `A k with fewer rows than its share gives all it has`() {
        let few = Self.candidates.filter { $0.k != 1 } + Self.candidates.filter { $0.k == 1 }.prefix(4)
        #expect(choose(60, from: few).count == 44)
    }
}
