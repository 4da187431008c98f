import EtudeText

/// Decides whether one text is near another, and under which hashes a text near it may be found.
///
/// Texts are compared folded (``Folding/key(_:)``). MinHash and banding propose candidates for the Jaccard rule, which the
/// exact similarity then decides: what is reported is near, and of the pairs right at the threshold 99 in 100 are found,
/// of those above it more. The rule for short texts is exact in both directions. A text without letters and digits matches
/// another such text exactly, and nothing else.
public struct TextComparison: Sendable {
    /// When texts are near.
    public let settings: NearDuplicateSettings
    private let shingler: Shingler
    private let minHash: MinHash

    /// A comparison.
    ///
    /// - Parameter settings: when texts are near; each value within its documented bounds.
    public init(_ settings: NearDuplicateSettings) {
        precondition(settings.threshold > 0 && settings.threshold <= 1, "The threshold lies above 0 and up to 1.")
        precondition(
            NearDuplicateSettings.wordsChangedRange.contains(settings.wordsChanged),
            "Changed words are searched for within \(NearDuplicateSettings.wordsChangedRange)."
        )
        self.settings = settings
        shingler = Shingler(unit: settings.unit, size: settings.shingle)
        minHash = MinHash(Banding(threshold: settings.threshold))
    }

    /// How many columns ``keys(of:)`` has: one for each band, and one for the words of short texts.
    public var columns: Int { bands + (settings.wordsChanged > 0 ? 1 : 0) }

    /// How many bands there are.
    var bands: Int { minHash.banding.bands }

    /// What of a text is compared.
    ///
    /// - Parameter text: the text in UTF-8.
    /// - Returns: its folded words and shingles.
    public func fold(_ text: Span<UInt8>) -> ComparedText {
        let key = Folding.key(of: text)
        return ComparedText(key: key, shingles: shingler.shingles(ofKey: key), words: shortWords(of: text))
    }

    /// The hashes under which a text is filed, and under one of which a text near it stands.
    ///
    /// - Parameter text: the text in UTF-8.
    /// - Returns: one hash for each band, then, of a short text, those of its words with some left out.
    public func keys(of text: Span<UInt8>) -> TextKeys {
        let key = Folding.key(of: text)
        return TextKeys(
            bands: minHash.bands(of: shingler.hashes(ofKey: key)),
            words: shortWords(of: text).map(variants) ?? []
        )
    }

    /// By which rule, and how much, a text is like a kept one; nil if it is not near.
    public func likeness(of text: ComparedText, to kept: ComparedText) -> TextLikeness? {
        guard kept.key != text.key else { return TextLikeness(rule: .exact, similarity: 1) }
        let similarity = Jaccard.similarity(kept.shingles, text.shingles)
        guard similarity < settings.threshold else { return TextLikeness(rule: .jaccard, similarity: similarity) }
        guard let words = text.words, let keptWords = kept.words,
            WordEdits.differ(words, keptWords, byAtMost: settings.wordsChanged)
        else { return nil }
        return TextLikeness(rule: .wordsChanged, similarity: similarity)
    }

    /// The passages of a text that consist of shingles which a kept one has too.
    public func shared(_ text: ComparedText, with kept: ComparedText) -> [String] {
        shingler.passages(ofKey: text.key, sharedWith: kept.shingles)
    }

    private func shortWords(of text: Span<UInt8>) -> [String]? {
        guard settings.wordsChanged > 0 else { return nil }
        return Folding.writtenWords(of: text, atMost: NearDuplicateSettings.maximumWords)
    }

    private func variants(of words: [String]) -> [UInt32] {
        WordEdits.variants(of: words, leavingOut: settings.wordsChanged).map { UInt32(truncatingIfNeeded: $0 >> 32) }
    }
}
