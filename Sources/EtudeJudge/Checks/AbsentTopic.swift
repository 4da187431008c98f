import EtudeCore
import EtudeText

/// Warns of a text that holds neither a word of its topic's name nor an entry of the topic's lexicon.
///
/// It is no verdict: a text can be on a topic in other words.
public struct AbsentTopic: CodeCheck {
    /// `absent-topic`.
    public let id = "absent-topic"
    /// Warns.
    public let severity = CodeSeverity.warns

    /// The check.
    public init() {}

    /// The finding, with the topic's name.
    public func finding(in text: CheckedText) -> CodeFinding? {
        let topic = text.assignment.topic
        let signs = Self.memo.value(for: topic) { Signs(of: topic) }
        guard !text.words.isEmpty, !signs.occur(in: text.words) else { return nil }
        return CodeFinding(.topicAbsent, "no word of the topic \"\(topic.name)\"")
    }

    private static let memo = EntryMemo<Topic, Signs>()

    /// What tells of a topic.
    private struct Signs {
        /// The beginnings of words of the name and the aliases.
        private let stems: [String]
        /// The names and the entries of the lexicon.
        private let entries: NameMatcher

        init(of topic: Topic) {
            let names = NameForms.of(topic)
            let words = names.flatMap(Folding.nameWords)
            stems = words.filter { $0.utf8.count > 3 }.map { word in
                word.hasSuffix("ing") && word.utf8.count > 5 ? String(word.dropLast(3)) : word
            }
            entries = NameMatcher((names + topic.lexicon.entries).map { .init(owner: topic.id, form: $0) })
        }

        func occur(in words: [String]) -> Bool {
            words.contains { word in stems.contains { word.hasPrefix($0) } }
                || !entries.matches(inNameWords: words.map(Plurals.singular)).isEmpty
        }
    }
}
