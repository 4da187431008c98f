public import EtudeCore

/// The kept texts, searched for one that a further text duplicates (``TextComparison``).
///
/// A text costs, at the defaults, about 200 bytes for 17 bands, and, with at most 24 words, as much for its variants; the text
/// itself lies in a ``TextStore``, and what is compared is worked out again for each candidate.
public struct DuplicateIndex: Sendable {
    private let comparison: TextComparison
    private var tables: KeyTables
    private var ids = TextArena()
    private var texts: any TextStore

    /// An empty index.
    ///
    /// - Parameters:
    ///   - settings: when texts are near; each value within its documented bounds.
    ///   - texts: where the texts are kept, empty.
    public init(settings: NearDuplicateSettings, texts: any TextStore = TextArena()) {
        comparison = TextComparison(settings)
        tables = KeyTables(columns: comparison.columns)
        self.texts = texts
    }

    /// A text with the hashes under which it is filed and found.
    public struct Entry: Sendable {
        /// The text.
        public let text: String
        fileprivate let keys: TextKeys
    }

    /// What is looked for, and kept, of a text: the costly part, which needs nothing of the index.
    public func entry(_ text: String) -> Entry {
        Entry(text: text, keys: comparison.keys(of: text.utf8.span))
    }

    /// Keeps a text.
    ///
    /// - Parameters:
    ///   - id: what a match reports.
    ///   - entry: the text.
    /// - Throws: ``EtudeError`` with code `io` where the text cannot be kept.
    public mutating func insert(id: String, _ entry: Entry) throws(EtudeError) {
        let number = UInt32(texts.count)
        try texts.append(entry.text)
        ids.append(id)
        tables.insert(number, under: entry.keys)
    }

    /// The kept text that a text duplicates: of several the one inserted first, whatever the rule.
    ///
    /// - Throws: ``EtudeError`` with code `io` where a kept text cannot be read.
    public func match(for entry: Entry) throws(EtudeError) -> DuplicateMatch? {
        try matches(for: entry, atMost: 1).first
    }

    /// The kept texts that a text duplicates, whatever the rule, in the order in which they were inserted.
    ///
    /// - Parameters:
    ///   - entry: the text.
    ///   - most: how many are wanted.
    /// - Returns: the first of them.
    /// - Throws: ``EtudeError`` with code `io` where a kept text cannot be read.
    public func matches(for entry: Entry, atMost most: Int = .max) throws(EtudeError) -> [DuplicateMatch] {
        let candidates = tables.candidates(for: entry.keys)
        guard !candidates.isEmpty else { return [] }
        let folded = comparison.fold(entry.text.utf8.span)
        var matches: [DuplicateMatch] = []
        for candidate in candidates where matches.count < most {
            let kept = try texts.bytes(of: Int(candidate))
            guard let likeness = comparison.likeness(of: folded, to: comparison.fold(kept.span)) else { continue }
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
