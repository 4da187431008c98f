import EtudeCore

/// Remembers every combination, so that none stands twice and none of the reserved requests has a text.
///
/// A combination is remembered by 128 bits of its SHA-256, so that a million of them take little room.
struct CombinationRule {
    private struct Earlier {
        let row: UInt64?
        let texts: Bool
    }

    private var seen: [UInt128: Earlier] = [:]

    /// What of a row's combination is remembered.
    static func key(of row: Row) -> UInt128 {
        let combination = Combination(skills: row.skills, topic: row.topic).unordered
        // No id holds a line feed.
        let text = (combination.skills + ["", combination.topic]).joined(separator: "\n")
        return SHA256.digest(of: text).leadingWords
    }

    /// The rule that a row's combination breaks, with a sentence; the row is remembered either way.
    mutating func problem(of row: Row, _ key: UInt128, in split: SplitFacts) -> (rule: RowRule, message: String)? {
        guard let earlier = seen[key] else {
            seen[key] = Earlier(row: row.number, texts: split.texts)
            return nil
        }
        let other = earlier.row.map { "the row \(Row.id(ofNumber: $0))" } ?? "an earlier row"
        guard earlier.texts == split.texts else {
            return (.reservedRequest, "It shares its combination with \(other); one of them is a reserved request.")
        }
        return (.repeatedCombination, "It has the same skills and topic as \(other).")
    }
}
