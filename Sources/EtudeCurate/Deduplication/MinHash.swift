import EtudeCore
import EtudeText

/// The signature of a shingle set whose places agree, for two sets, with the probability of their Jaccard similarity
/// (Broder 1997), hashed band by band.
///
/// The hash functions are x ↦ a·x + b modulo 2^64 with odd a, drawn from a fixed seed; the shingles are well mixed already.
struct MinHash: Sendable {
    private let banding: Banding
    private let functions: [(factor: UInt64, summand: UInt64)]

    /// The functions that fill a banding.
    init(_ banding: Banding) {
        self.banding = banding
        var random = SeededGenerator(seed: Seed(0x6D69_6E68_6173_6831))
        functions = (0..<banding.hashes).map { _ in (random.next() | 1, random.next()) }
    }

    /// One hash for each band; none for an empty set.
    func bands(of shingles: [UInt64]) -> [UInt64] {
        guard !shingles.isEmpty else { return [] }
        return (0..<banding.bands).map { band in
            functions[band * banding.rows..<(band + 1) * banding.rows].reduce(UInt64(band)) { hash, function in
                TextHash.mixed(hash ^ least(of: shingles, function))
            }
        }
    }

    /// The least value of a function over a set; nearly all the work of the index.
    private func least(of shingles: [UInt64], _ function: (factor: UInt64, summand: UInt64)) -> UInt64 {
        var least = UInt64.max
        var position = 0
        while position < shingles.count {
            let value = shingles[position] &* function.factor &+ function.summand
            if value < least { least = value }
            position += 1
        }
        return least
    }
}
