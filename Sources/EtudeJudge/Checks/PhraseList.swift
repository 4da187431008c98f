import EtudeText

/// Phrases that are looked for in folded words, written as patterns.
///
/// A pattern is a line of words. `this|that` is one of several, and a `?` at the end says that the word may be absent:
/// `help|assist you? with this|that request`. Scripts that write no blanks are cut into signs as texts are.
struct PhraseList: Sendable {
    private struct Element {
        let choices: [[String]]
        let isOptional: Bool
    }

    private let patterns: [[Element]]

    /// The patterns of a text, one a line.
    init(_ patterns: String) {
        self.patterns = patterns.split(separator: "\n").map { line in
            line.split(separator: " ").map { word in
                let isOptional = word.hasSuffix("?")
                let choices = (isOptional ? word.dropLast() : word).split(separator: "|")
                return Element(choices: choices.map { Folding.words(String($0)) }, isOptional: isOptional)
            }
        }
    }

    /// Whether a phrase stands anywhere in some words.
    func occurs(in words: [String]) -> Bool {
        words.indices.contains { begins(words[$0...]) }
    }

    /// Whether some words begin with a phrase.
    func begins(_ words: ArraySlice<String>) -> Bool {
        patterns.contains { !Self.ends(of: $0[...], in: words).isEmpty }
    }

    /// Whether some words end with a phrase.
    func ends(_ words: [String]) -> Bool {
        words.indices.contains { start in
            patterns.contains { Self.ends(of: $0[...], in: words[start...]).contains(words.endIndex) }
        }
    }

    /// Where a pattern can end that begins where some words begin.
    private static func ends(of pattern: ArraySlice<Element>, in words: ArraySlice<String>) -> [Int] {
        guard let element = pattern.first else { return [words.startIndex] }
        let rest = pattern.dropFirst()
        var found = element.isOptional ? ends(of: rest, in: words) : []
        for choice in element.choices where words.starts(with: choice) {
            found += ends(of: rest, in: words.dropFirst(choice.count))
        }
        return found
    }
}
