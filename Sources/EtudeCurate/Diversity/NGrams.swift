import EtudeText
import Foundation

/// The n-grams of some texts; none spans two texts.
struct NGrams {
    /// How many texts share an n-gram, and how often it stands in those that have it most often.
    private struct Spread {
        var texts = 0
        var most = 0
        var holder = -1
        var secondMost = 0
    }

    /// How many n-grams each text has.
    let perText: Int
    /// The n-grams of each text by their hash, with their number in it.
    private let counts: [[(hash: UInt64, count: Int)]]
    private let spreads: [UInt64: Spread]

    /// The n-grams of texts.
    ///
    /// - Parameters:
    ///   - texts: the texts.
    ///   - length: the words of an n-gram, at most those of a text.
    init(of texts: EqualLengthTexts, length: Int) {
        let shingler = Shingler(unit: .words, size: length)
        perText = texts.words - length + 1
        counts = texts.keys.map { Self.counted(shingler.hashes(ofKey: $0)) }
        var spreads: [UInt64: Spread] = [:]
        for (text, grams) in counts.enumerated() {
            for gram in grams {
                var spread = spreads[gram.hash] ?? Spread()
                spread.texts += 1
                if gram.count > spread.most {
                    (spread.most, spread.secondMost, spread.holder) = (gram.count, spread.most, text)
                } else {
                    spread.secondMost = max(spread.secondMost, gram.count)
                }
                spreads[gram.hash] = spread
            }
        }
        self.spreads = spreads
    }

    /// Different n-grams per n-gram: distinct-n; nil of no text.
    ///
    /// Li and others (2016, arXiv 1510.03055) divide by words; the division by n-grams, usual since, makes 1 the greatest
    /// value for any n.
    var distinctShare: Double? {
        counts.isEmpty ? nil : Double(spreads.count) / Double(counts.count * perText)
    }

    /// Self-repetition: the mean over texts of ln(1 + s), s being the sum over the text's different n-grams of how many other
    /// texts have the n-gram; nil of no text.
    ///
    /// The measure is that of Salkar and others (2022), with n = 4, as Shaib and others (2024, arXiv 2403.00553) use it.
    var selfRepetition: Double? {
        guard !counts.isEmpty else { return nil }
        let sums = counts.map { grams in
            grams.reduce(0) { $0 + (spreads[$1.hash]?.texts ?? 1) - 1 }
        }
        return sums.reduce(0) { $0 + log(Double($1 + 1)) } / Double(counts.count)
    }

    /// How many n-grams of each text another text has, too, each counted as often as it stands in the one text of the others
    /// that has it most often: the clipped matches of BLEU with all other texts as references.
    var clippedMatches: [Int] {
        counts.enumerated().map { text, grams in
            grams.reduce(0) { sum, gram in
                let spread = spreads[gram.hash] ?? Spread()
                return sum + min(gram.count, spread.holder == text ? spread.secondMost : spread.most)
            }
        }
    }

    private static func counted(_ hashes: [UInt64]) -> [(hash: UInt64, count: Int)] {
        var counts: [(hash: UInt64, count: Int)] = []
        for hash in hashes.sorted() {
            if counts.last?.hash == hash {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((hash, 1))
            }
        }
        return counts
    }
}
