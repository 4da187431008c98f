import Foundation

/// How a MinHash signature is cut into bands (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4).
///
/// Two texts of similarity s agree in all rows of a band with probability s^rows, and are candidates, agreeing in at least
/// one band, with probability 1 − (1 − s^rows)^bands.
struct Banding: Sendable, Hashable {
    /// The least probability with which a pair right at the threshold becomes a candidate.
    static let recall = 0.99
    /// The longest signature.
    static let maximumHashes = 128

    /// How many bands there are.
    let bands: Int
    /// How many hashes a band holds.
    let rows: Int

    /// A banding of given size.
    init(bands: Int, rows: Int) {
        self.bands = bands
        self.rows = rows
    }

    /// The banding with the most rows, and so the fewest needless candidates, that keeps the recall at a threshold.
    init(threshold: Double) {
        var best = (bands: Self.bands(of: 1, threshold), rows: 1)
        for rows in 2...Self.maximumHashes {
            let bands = Self.bands(of: rows, threshold)
            guard bands <= Self.maximumHashes / rows else { break }
            best = (bands, rows)
        }
        self.init(bands: best.bands, rows: best.rows)
    }

    /// How many hashes a signature has.
    var hashes: Int { bands * rows }

    /// The probability that two texts of a similarity become candidates.
    func probability(at similarity: Double) -> Double {
        1 - pow(1 - pow(similarity, Double(rows)), Double(bands))
    }

    /// How many bands of some rows keep the recall.
    private static func bands(of rows: Int, _ threshold: Double) -> Int {
        let agreement = pow(threshold, Double(rows))
        return max(1, Int((log(1 - recall) / log1p(-agreement)).rounded(.up)))
    }
}
