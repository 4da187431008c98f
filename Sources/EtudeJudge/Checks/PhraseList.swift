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
    /// The patterns that can begin with a word.
    private let beginnings: [String: [Int]]

    /// The patterns of a text, one a line.
    init(_ patterns: String) {
        self.patterns = patterns.split(separator: "\n").map { line in
            line.split(separator: " ").map { word in
                let isOptional = word.hasSuffix("?")
                let choices = (isOptional ? word.dropLast() : word).split(separator: "|")
                return Element(choices: choices.map { Folding.words(String($0)) }, isOptional: isOptional)
            }
        }
        var beginnings: [String: [Int]] = [:]
        for (index, pattern) in self.patterns.enumerated() {
            for word in Self.firstWords(of: pattern) { beginnings[word, default: []].append(index) }
        }
        self.beginnings = beginnings
    }

    /// Whether a phrase stands anywhere in some words.
    func occurs(in words: [String]) -> Bool {
        words.indices.contains { begins(words[$0...]) }
    }

    /// Whether some words begin with a phrase.
    func begins(_ words: ArraySlice<String>) -> Bool {
        !ends(in: words).isEmpty
    }

    /// Whether some words end with a phrase.
    func ends(_ words: [String]) -> Bool {
        words.indices.contains { ends(in: words[$0...]).contains(words.endIndex) }
    }

    /// Where the phrases end that begin where some words begin.
    private func ends(in words: ArraySlice<String>) -> [Int] {
        guard let first = words.first, let candidates = beginnings[first] else { return [] }
        return candidates.flatMap { Self.ends(of: patterns[$0][...], in: words) }
    }

    /// The words with which a pattern can begin.
    private static func firstWords(of pattern: [Element]) -> Set<String> {
        var words: Set<String> = []
        for element in pattern {
            words.formUnion(element.choices.compactMap(\.first))
            guard element.isOptional else { break }
        }
        return words
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
