import EtudeCore

/// Rows that are taken one by one, so that all skills are taken about equally often.
struct BalancedPool {
    private let ids: [String]
    /// The skills of each row; rows and skills stand in the order of their ranks.
    private let skills: [[Int]]
    /// The rows of each skill that have not been taken, ascending.
    private var waiting: [[Int]]
    /// How often each skill has been taken.
    private var taken: [Int]

    /// A pool of rows, with a rank for each id, of a row or a skill, that breaks ties.
    init(_ candidates: [SetSelector.Candidate], rank: (String) -> UInt64) {
        func ranked(_ ids: some Sequence<String>) -> [String] {
            ids.map { ($0, rank($0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
        }
        let skillsByID = Dictionary(candidates.map { ($0.id, $0.skills) }) { first, _ in first }
        let names = ranked(Set(candidates.flatMap(\.skills)))
        let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        ids = ranked(skillsByID.keys)
        skills = ids.map { (skillsByID[$0] ?? []).compactMap { numbers[$0] } }
        waiting = Array(repeating: [], count: names.count)
        taken = Array(repeating: 0, count: names.count)
        for (row, numbers) in skills.enumerated() {
            for skill in numbers { waiting[skill].append(row) }
        }
    }

    /// Takes the next row out of the pool; nil when it is empty.
    mutating func takeNext() -> String? {
        let open = waiting.indices.filter { !waiting[$0].isEmpty }
        guard let rarest = open.min(by: { taken[$0] < taken[$1] }) else { return nil }
        var best = (row: 0, sum: Int.max)
        for row in waiting[rarest] {
            let sum = skills[row].reduce(0) { $0 + taken[$1] }
            if sum < best.sum { best = (row, sum) }
            // No skill of a waiting row has been taken less often than the rarest.
            if sum == skills[row].count * taken[rarest] { break }
        }
        for skill in skills[best.row] {
            taken[skill] += 1
            remove(best.row, from: skill)
        }
        return ids[best.row]
    }

    /// Removes a waiting row of a skill, found by binary search.
    private mutating func remove(_ row: Int, from skill: Int) {
        var range = 0..<waiting[skill].count
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            range = waiting[skill][middle] <= row ? middle..<range.upperBound : range.lowerBound..<middle
        }
        waiting[skill].remove(at: range.lowerBound)
    }
}
