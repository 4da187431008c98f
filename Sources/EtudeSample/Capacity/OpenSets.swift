/// Counts the sets of k skills that hold no closed tuple: the independent sets of a graph, or of a graph of triples.
///
/// Skills in no tuple are free and enter as binomials. The others are branched on in ascending order, each branch keeping
/// as bits the later skills that may still join; the last skill of a set is counted, not visited.
struct OpenSets {
    /// The most branches that are visited.
    static let branchLimit = 20_000_000

    private let k: Int
    private let bound: Int
    private let words: Int
    /// What may no longer join: by skill for pairs, by pair of skills for triples.
    private var forbidden: [Int: [UInt64]] = [:]
    private let isPairs: Bool
    private var chosen: [Int] = []
    private var levels: [UInt64]
    private var counts: [UInt128]
    private var branches = 0

    /// The number of open sets, or nil when counting would visit too many branches.
    static func count(size k: Int, among count: Int, closed: ClosedTuples, limit: Int = branchLimit) -> UInt128? {
        let bound = Set(closed.tuples.joined()).sorted()
        var counter = OpenSets(k: k, bound: bound, closed: closed)
        guard counter.branch(level: 0, limit: limit) else { return nil }
        let free = count - bound.count
        let binomials = Binomials(upTo: free, k: k)
        return (0...k).reduce(0) { sum, size in
            let rest = binomials[free, k - size]
            return rest == 0 ? sum : sum + counter.counts[size] * rest
        }
    }

    private init(k: Int, bound: [Int], closed: ClosedTuples) {
        self.k = k
        self.bound = bound.count
        words = (bound.count + 63) / 64
        isPairs = closed.size == 2
        levels = [UInt64](repeating: 0, count: words * (k + 1))
        counts = [UInt128](repeating: 0, count: k + 1)
        for vertex in bound.indices { levels[vertex >> 6] |= 1 << UInt64(vertex & 63) }
        let vertex = Dictionary(uniqueKeysWithValues: zip(bound, bound.indices))
        for tuple in closed.tuples {
            let places = tuple.compactMap { vertex[$0] }
            guard let last = places.last else { continue }
            let key = places.dropLast().reduce(0) { $0 * bound.count + $1 }
            forbidden[key, default: [UInt64](repeating: 0, count: words)][last >> 6] |= 1 << UInt64(last & 63)
        }
    }

    private mutating func branch(level: Int, limit: Int) -> Bool {
        branches += 1
        guard branches <= limit else { return false }
        counts[level] += 1
        let start = level * words
        guard level + 1 < k else {
            if level < k { counts[k] += UInt128(levels[start..<start + words].reduce(0) { $0 + $1.nonzeroBitCount }) }
            return true
        }
        for word in 0..<words {
            var bits = levels[start + word]
            while bits != 0 {
                let vertex = word << 6 + bits.trailingZeroBitCount
                bits &= bits - 1
                narrow(to: vertex, from: start)
                chosen.append(vertex)
                guard branch(level: level + 1, limit: limit) else { return false }
                chosen.removeLast()
            }
        }
        return true
    }

    /// Writes the next level: the later skills that may join once `vertex` has.
    private mutating func narrow(to vertex: Int, from start: Int) {
        let next = start + words
        let word = vertex >> 6
        for index in 0..<words { levels[next + index] = index < word ? 0 : levels[start + index] }
        levels[next + word] &= vertex & 63 == 63 ? 0 : UInt64.max << UInt64(vertex & 63 + 1)
        if isPairs {
            forbid(vertex, from: next)
        } else {
            for earlier in chosen { forbid(earlier * bound + vertex, from: next) }
        }
    }

    private mutating func forbid(_ key: Int, from next: Int) {
        guard let mask = forbidden[key] else { return }
        for index in 0..<words { levels[next + index] &= ~mask[index] }
    }
}
