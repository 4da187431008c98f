public import EtudeText

/// When two texts count as near duplicates.
///
/// They are near when the Jaccard similarity of their shingles reaches the threshold, or, both having at most
/// ``maximumWords`` words, when they differ by at most `wordsChanged` words and by fewer than the longer has: "yes" and "no"
/// are not near. Words are counted as written (``Folding/writtenWords(_:)``): a hyphen makes one of two. No threshold does for short texts: with one word of twelve changed, five-character shingles can fall to
/// .57, while different texts reach .69.
public struct NearDuplicateSettings: Sendable, Hashable {
    /// The longest text, in words, whose changed words are counted.
    public static let maximumWords = 24
    /// The numbers of changed words that can be searched for.
    public static let wordsChangedRange = 0...2

    /// What a shingle's length counts.
    public var unit: Shingler.Unit
    /// How many units make a shingle, at least 1.
    public var shingle: Int
    /// The least Jaccard similarity of near texts, more than 0 and at most 1.
    public var threshold: Double
    /// By how many words near texts differ at most: words replaced, inserted or removed; 0 turns this rule off.
    public var wordsChanged: Int

    /// Settings with the project's defaults.
    public init(
        unit: Shingler.Unit = .characters,
        shingle: Int = 5,
        threshold: Double = 0.7,
        wordsChanged: Int = 1
    ) {
        self.unit = unit
        self.shingle = shingle
        self.threshold = threshold
        self.wordsChanged = wordsChanged
    }
}
