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
        case .original: Self.originalCount(text)
        }
    }

    /// One more than the places where `.`, `!` or `?`, straight quotes or none, one blank, straight quotes or none, and a capital
    /// follow one another.
    private static func originalCount(_ text: String) -> Int {
        let letters = Array(text)
        let quotes: Set<Character> = ["\"", "'"]
        return 1
            + letters.indices.count { index in
                guard ".!?".contains(letters[index]) else { return false }
                var rest = letters[(index + 1)...].drop { quotes.contains($0) }
                guard rest.popFirst() == " " else { return false }
                return rest.first { !quotes.contains($0) }?.isUppercase ?? false
            }
    }
}
