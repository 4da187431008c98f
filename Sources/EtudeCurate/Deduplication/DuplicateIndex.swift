import EtudeText

/// The kept texts, searched for one that a further text duplicates.
///
/// Texts are compared folded (``Folding/key(_:)``). MinHash and banding propose candidates for the Jaccard rule, which the
/// exact similarity then decides: what is reported is near, and of the pairs right at the threshold 99 in 100 are found,
/// of those above it more. The rule for short texts is exact in both directions. A text without letters and digits matches
/// another such text exactly, and nothing else.
///
/// A text costs, at the defaults, its folded characters, 8 bytes for each different shingle, about 500 bytes for 17 bands,
/// and, with at most 24 words, up to 700 for its variants: measured, 3.6 KB for a text of 300 characters.
public struct DuplicateIndex: Sendable {
    /// A kept text.
    private struct Entry {
        let id: String
        let folded: FoldedText
    }

    /// What of a text is compared.
    private struct FoldedText {
        let key: String
        let shingles: [UInt64]
        /// The words as written, of a text short enough for the rule of changed words.
        let words: [String]?
    }

    private let settings: NearDuplicateSettings
    private let shingler: Shingler
    private let minHash: MinHash
    private var entries: [Entry] = []
    private var exact: [String: Int] = [:]
    private var bands = BucketIndex()
    private var variants = BucketIndex()

    /// An empty index.
    ///
    /// - Parameter settings: when texts are near; each value within its documented bounds.
    public init(settings: NearDuplicateSettings) {
        precondition(settings.threshold > 0 && settings.threshold <= 1, "The threshold lies above 0 and up to 1.")
        precondition(
            NearDuplicateSettings.wordsChangedRange.contains(settings.wordsChanged),
            "Changed words are searched for within \(NearDuplicateSettings.wordsChangedRange)."
        )
        self.settings = settings
        shingler = Shingler(unit: settings.unit, size: settings.shingle)
        minHash = MinHash(Banding(threshold: settings.threshold))
    }

    /// Keeps a text.
    ///
    /// - Parameters:
    ///   - id: what a match reports.
    ///   - text: the text.
    public mutating func insert(id: String, text: String) {
        let folded = fold(text)
        let entry = entries.count
        entries.append(Entry(id: id, folded: folded))
        if exact[folded.key] == nil { exact[folded.key] = entry }
        bands.insert(entry, under: minHash.bands(of: folded.shingles))
        variants.insert(entry, under: variants(of: folded))
    }

    /// The kept text that a text duplicates: of several the one inserted first, whatever the rule.
    public func match(for text: String) -> DuplicateMatch? {
        let folded = fold(text)
        var candidates: Set<Int> = []
        if let same = exact[folded.key] { candidates.insert(same) }
        bands.collect(under: minHash.bands(of: folded.shingles), into: &candidates)
        variants.collect(under: variants(of: folded), into: &candidates)
        for candidate in candidates.sorted() {
            if let match = match(entries[candidate], folded) { return match }
        }
        return nil
    }

    private func match(_ entry: Entry, _ folded: FoldedText) -> DuplicateMatch? {
        let kept = entry.folded
        if kept.key == folded.key { return DuplicateMatch(keptID: entry.id, similarity: 1, rule: .exact) }
        let similarity = Jaccard.similarity(kept.shingles, folded.shingles)
        if similarity >= settings.threshold {
            return DuplicateMatch(keptID: entry.id, similarity: similarity, rule: .jaccard)
        }
        guard let words = folded.words, let keptWords = kept.words,
            WordEdits.differ(words, keptWords, byAtMost: settings.wordsChanged)
        else { return nil }
        return DuplicateMatch(keptID: entry.id, similarity: similarity, rule: .wordsChanged)
    }

    private func fold(_ text: String) -> FoldedText {
        let key = Folding.key(text)
        let words = settings.wordsChanged > 0 ? Folding.writtenWords(text) : []
        let isShort = settings.wordsChanged > 0 && words.count <= NearDuplicateSettings.maximumWords
        return FoldedText(key: key, shingles: shingler.shingles(ofKey: key), words: isShort ? words : nil)
    }

    /// The hashes under which a short text is found by its words.
    private func variants(of folded: FoldedText) -> Set<UInt64> {
        folded.words.map { WordEdits.variants(of: $0, leavingOut: settings.wordsChanged) } ?? []
    }
}
