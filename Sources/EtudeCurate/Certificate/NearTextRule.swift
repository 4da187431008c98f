import EtudeCore

/// Whether a text is a near duplicate of one before it.
struct NearTextRule {
    private var index: DuplicateIndex
    /// Whether a text of an id belongs to training.
    private var isTraining: [String: Bool] = [:]

    /// The rule with no text seen.
    init(_ settings: NearDuplicateSettings) {
        index = DuplicateIndex(settings: settings)
    }

    /// The rule that a row's text breaks, with a sentence; the text is remembered either way.
    mutating func problem(of row: Row, in split: SplitFacts) -> (rule: RowRule, message: String)? {
        let match = index.match(for: row.text)
        index.insert(id: row.id, text: row.text)
        isTraining[row.id] = split.isTraining
        guard let match else { return nil }
        let isAcross = isTraining[match.keptID] != split.isTraining
        let percent = Int((match.similarity * 100).rounded())
        let message =
            "The text is a near duplicate of that of \(match.keptID), by the rule \(match.rule.rawValue) "
            + "(\(percent) % of their shingles are the same)."
        return (isAcross ? .nearDuplicateAcrossSides : .nearDuplicate, message)
    }
}
