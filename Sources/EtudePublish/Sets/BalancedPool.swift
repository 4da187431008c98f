import EtudeCore

/// Rows that are taken one by one, so that all skills are taken about equally often.
struct BalancedPool {
    private struct Entry {
        let id: String
        let skills: [Int]
        let rank: UInt64
    }

    private let entries: [Entry]
    /// The entries of each skill that have not been taken, in no order.
    private var waiting: [[Int]]
    /// How often each skill has been taken.
    private var taken: [Int]

    /// A pool of rows, with a rank for each id that breaks ties.
    init(_ candidates: [SetSelector.Candidate], rank: (String) -> UInt64) {
        let skills = Set(candidates.flatMap(\.skills)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(skills, skills.indices))
        entries = candidates.map { candidate in
            Entry(id: candidate.id, skills: candidate.skills.compactMap { numbers[$0] }, rank: rank(candidate.id))
        }
        waiting = Array(repeating: [], count: skills.count)
        taken = Array(repeating: 0, count: skills.count)
        for (position, entry) in entries.enumerated() {
            for skill in entry.skills { waiting[skill].append(position) }
        }
    }

    /// Takes the next row out of the pool; nil when it is empty.
    mutating func takeNext() -> String? {
        let rarest = waiting.indices.filter { !waiting[$0].isEmpty }.map { taken[$0] }.min()
        let skills = waiting.indices.filter { !waiting[$0].isEmpty && taken[$0] == rarest }
        let nearest = skills.compactMap { waiting[$0].min(by: precedes) }
        guard let next = nearest.min(by: precedes) else { return nil }
        for skill in entries[next].skills {
            taken[skill] += 1
            waiting[skill].removeAll { $0 == next }
        }
        return entries[next].id
    }

    private func precedes(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (key(first), key(second))
        return one != other ? one < other : entries[first].id < entries[second].id
    }

    private func key(_ entry: Int) -> (Int, UInt64) {
        (entries[entry].skills.reduce(0) { $0 + taken[$1] }, entries[entry].rank)
    }
}
