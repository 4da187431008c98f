/// A kept text of which another is a duplicate.
public struct DuplicateMatch: Sendable, Hashable {
    /// How much alike the texts are.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The same folded words.
        case exact
        /// Near by one of the other rules.
        case near
    }

    /// The rule by which they match; of several, the first in this order.
    public enum Rule: String, Sendable, Hashable {
        /// The same folded words in the same order.
        case exact
        /// Shingles whose Jaccard similarity reaches the threshold.
        case jaccard
        /// Short texts that differ by few words.
        case wordsChanged = "words_changed"
        /// Embeddings whose cosine reaches the threshold.
        case meaning

        /// The rules that compare texts themselves.
        public static let ofTexts: [Rule] = [.exact, .jaccard, .wordsChanged]
    }

    /// The id of the kept text.
    public let keptID: String
    /// The Jaccard similarity of the shingles, from 0 to 1; of embeddings their cosine.
    public let similarity: Double
    /// The rule by which they match.
    public let rule: Rule

    /// How much alike the texts are.
    public var kind: Kind { rule == .exact ? .exact : .near }
}
