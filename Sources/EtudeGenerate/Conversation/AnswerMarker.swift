/// A place in an answer where the text or the explanation begins.
struct AnswerMarker: Sendable, Hashable {
    /// What begins.
    enum Kind: Sendable, Hashable, CaseIterable {
        /// The text.
        case answer
        /// The explanation.
        case explanation

        /// The words that mark it, in lower case.
        var words: Set<String> {
            switch self {
            case .answer: Self.answerWords
            case .explanation: Self.explanationWords
            }
        }

        /// How the marker is spelled within a line, where only the spelling that was asked for counts.
        var spellings: [String] {
            switch self {
            case .answer: Self.answerSpellings
            case .explanation: Self.explanationSpellings
            }
        }

        private static let answerWords: Set<String> = ["answer", "답", "답변"]
        private static let explanationWords: Set<String> = ["explanation", "설명"]
        private static let answerSpellings = ["Answer", "답"]
        private static let explanationSpellings = ["Explanation", "설명"]
    }

    /// Words that may stand before the marker's own.
    static let qualifiers: Set<String> = [
        "new", "improved", "revised", "updated", "better", "final", "my", "새", "새로운", "개선된", "수정된", "고친", "최종",
    ]

    /// What begins.
    let kind: Kind
    /// Where what stood before it ends.
    let start: String.Index
    /// Where its part begins.
    let end: String.Index
    /// The stars or underscores that the marker opened and did not close, such as `**` in `**Answer: text**`.
    let openEmphasis: String
}
