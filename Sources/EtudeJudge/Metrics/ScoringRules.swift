/// What code decides when texts are scored.
public struct ScoringRules: Sendable, Hashable {
    /// The rule by which sentences are counted; what judges say of the sentence limit is not counted.
    public var sentenceRule: SentenceRule
    /// The rule by which a named skill loses its point; nil for no deduction.
    public var nameDeduction: NameRule?

    /// Rules; without values the robust counter and no deduction.
    public init(sentenceRule: SentenceRule = .robust, nameDeduction: NameRule? = nil) {
        self.sentenceRule = sentenceRule
        self.nameDeduction = nameDeduction
    }
}
