import EtudeCore

/// Whether a text is a near duplicate of one before it.
struct NearTextRule {
    private var index: DuplicateIndex
    /// The numbers of the rows of training.
    private var training: Set<UInt64> = []

    /// The rule with no text seen.
    init(_ settings: NearDuplicateSettings, texts: any TextStore) {
        index = DuplicateIndex(settings: settings, texts: texts)
    }

    /// What of a text is compared.
    func entry(_ text: String) -> DuplicateIndex.Entry { index.entry(text) }

    /// The rule that a row's text breaks, with a sentence; the text is remembered either way.
    mutating func problem(
        of row: Row,
        _ entry: DuplicateIndex.Entry,
        in split: SplitFacts
    ) throws(EtudeError) -> (rule: RowRule, message: String)? {
        let match = try index.match(for: entry)
        try index.insert(id: row.id, entry)
        if split.isTraining, let number = row.number { training.insert(number) }
        guard let match else { return nil }
        let isAcross = Row.number(ofID: match.keptID).map(training.contains) != split.isTraining
        let percent = Int((match.similarity * 100).rounded())
        let message =
            "The text is a near duplicate of that of \(match.keptID), by the rule \(match.rule.rawValue) "
            + "(\(percent) % of their shingles are the same)."
        return (isAcross ? .nearDuplicateAcrossSides : .nearDuplicate, message)
    }
}
