import EtudeCore
import EtudeText

/// `short-lexicon` and `lexicon-shared`.
enum LexiconLint {
    private static let wantedEntries = 15

    static func check(_ topics: [Topic]) -> [Diagnostic] {
        topics.compactMap(short) + shared(topics)
    }

    private static func short(_ topic: Topic) -> Diagnostic? {
        let count = topic.lexicon.entries.count
        guard count < wantedEntries else { return nil }
        return Diagnostic(
            count == 0 ? .note : .warning,
            rule: "short-lexicon",
            "The lexicon of \"\(topic.id)\" has \(count) entries; the built-in teacher wants at least \(wantedEntries).",
            at: topic.place
        )
    }

    private static func shared(_ topics: [Topic]) -> [Diagnostic] {
        var first: [String: Topic] = [:]
        var findings: [Diagnostic] = []
        for topic in topics {
            for entry in topic.lexicon.entries {
                let key = Folding.key(entry)
                guard let other = first[key] else {
                    first[key] = topic
                    continue
                }
                findings.append(
                    Diagnostic(
                        .warning,
                        rule: "lexicon-shared",
                        "\"\(entry)\" stands also in the lexicon of \"\(other.id)\"; a judge cannot tell the topics apart by it.",
                        at: topic.place
                    )
                )
            }
        }
        return findings
    }
}
