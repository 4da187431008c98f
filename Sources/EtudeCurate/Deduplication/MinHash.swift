import CMinHash
import EtudeCore
import EtudeText

/// The signature of a shingle set whose places agree, for two sets, with the probability of their Jaccard similarity
/// (Broder 1997), hashed band by band.
///
/// The hash functions are x ↦ a·x + b modulo 2^32 with odd a, drawn from a fixed seed, of the high halves of the shingles'
/// hashes, which are well mixed already.
struct MinHash: Sendable {
    let banding: Banding
    private let factors: [UInt32]
    private let summands: [UInt32]

    /// The functions that fill a banding.
    init(_ banding: Banding) {
        self.banding = banding
        var random = SeededGenerator(seed: Seed(0x6D69_6E68_6173_6831))
        let lanes = Int(ETUDE_MINHASH_LANES)
        let drawn = (0..<(banding.hashes + lanes - 1) / lanes * lanes).map { _ in random.next() }
        factors = drawn.map { UInt32(truncatingIfNeeded: $0) | 1 }
        summands = drawn.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    }

    /// One hash for each band; sets without shingles agree in all.
    func bands(of shingles: [UInt64]) -> [UInt32] {
        let least = shingles.isEmpty ? factors : least(of: shingles)
        return (0..<banding.bands).map { band in
            var hash = UInt64(band)
            for row in band * banding.rows..<(band + 1) * banding.rows {
                hash = (hash ^ UInt64(least[row])) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 32
            }
            return UInt32(truncatingIfNeeded: TextHash.mixed(hash) >> 32)
        }
    }

    /// The least value of each function over a set; nearly all the work of a signature.
    private func least(of shingles: [UInt64]) -> [UInt32] {
        let values = shingles.map { UInt32(truncatingIfNeeded: $0 >> 32) }
        var least = [UInt32](repeating: .max, count: factors.count)
        unsafe etude_minhash(values, values.count, factors, summands, &least, factors.count)
        return least
    }
}
