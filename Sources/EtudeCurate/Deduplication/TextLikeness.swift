/// How a text is like a kept one.
public struct TextLikeness: Sendable, Hashable {
    /// The rule by which they match; of several, the first.
    public let rule: DuplicateMatch.Rule
    /// The Jaccard similarity of the shingles, from 0 to 1.
    public let similarity: Double
}
