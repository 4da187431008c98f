import EtudeText

/// How sentences are counted.
public enum SentenceRule: String, Sendable, Hashable, CaseIterable {
    /// The rules of this program.
    case robust
    /// The rule of SKILL-MIX's own program, with its faults, for comparison with published figures.
    case original

    /// How many sentences a text has.
    public func count(_ text: String) -> Int {
        switch self {
        case .robust: Sentences.count(text)
        case .original: OriginalSentenceRule.count(text)
        }
    }
}
