/// The kept texts, searched for one that a further text duplicates (``TextComparison``).
///
/// A text costs itself and, at the defaults, about 200 bytes for 17 bands, and, with at most 24 words, as much for its variants:
/// what is compared is worked out again for each candidate.
public struct DuplicateIndex: Sendable {
    private let comparison: TextComparison
    private var tables: KeyTables
    private var ids = TextArena()
    private var texts = TextArena()

    /// An empty index.
    ///
    /// - Parameter settings: when texts are near; each value within its documented bounds.
    public init(settings: NearDuplicateSettings) {
        comparison = TextComparison(settings)
        tables = KeyTables(columns: comparison.columns)
    }

    /// Keeps a text.
    ///
    /// - Parameters:
    ///   - id: what a match reports.
    ///   - text: the text.
    public mutating func insert(id: String, text: String) {
        let entry = UInt32(texts.count)
        ids.append(id)
        texts.append(text)
        tables.insert(entry, under: comparison.keys(of: text.utf8.span))
    }

    /// The kept text that a text duplicates: of several the one inserted first, whatever the rule.
    public func match(for text: String) -> DuplicateMatch? {
        matches(for: text, atMost: 1).first
    }

    /// The kept texts that a text duplicates, whatever the rule, in the order in which they were inserted.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - most: how many are wanted.
    /// - Returns: the first of them.
    public func matches(for text: String, atMost most: Int = .max) -> [DuplicateMatch] {
        let candidates = tables.candidates(for: comparison.keys(of: text.utf8.span))
        guard !candidates.isEmpty else { return [] }
        let folded = comparison.fold(text.utf8.span)
        var matches: [DuplicateMatch] = []
        for candidate in candidates where matches.count < most {
            let kept = texts.withText(Int(candidate)) { comparison.fold($0) }
            guard let likeness = comparison.likeness(of: folded, to: kept) else { continue }
            matches.append(
                DuplicateMatch(
                    keptID: ids[Int(candidate)],
                    similarity: likeness.similarity,
                    rule: likeness.rule
                )
            )
        }
        return matches
    }
}
