import EtudeCore

/// Remembers every combination, so that none stands twice and none of the reserved requests has a text.
struct CombinationRule {
    private var seen: [Combination: (row: String, texts: Bool)] = [:]

    /// The rule that a row's combination breaks, with a sentence; the row is remembered either way.
    mutating func problem(of row: Row, in split: SplitFacts) -> (rule: RowRule, message: String)? {
        let combination = Combination(skills: row.skills, topic: row.topic).unordered
        guard let earlier = seen[combination] else {
            seen[combination] = (row.id, split.texts)
            return nil
        }
        guard earlier.texts == split.texts else {
            return (
                .reservedRequest, "It shares its combination with \(earlier.row); one of them is a reserved request."
            )
        }
        return (.repeatedCombination, "The row \(earlier.row) has the same skills and topic.")
    }
}
