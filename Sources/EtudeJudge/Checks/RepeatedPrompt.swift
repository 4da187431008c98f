import EtudeCore
import EtudeText

/// Finds a text that says the words of its own request again: a run of eight of them.
///
/// The names of the skills and of the topic are not counted, and what the model itself wrote in an earlier turn is no request.
public struct RepeatedPrompt: CodeCheck {
    /// `repeated-prompt`.
    public let id = "repeated-prompt"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the words.
    public func finding(in text: CheckedText) -> CodeFinding? {
        let names = Self.nameWords(of: text.assignment)
        for message in text.prompt where message.role != .assistant {
            let source = Folding.words(message.content)
            guard let run = WordRun.heaviest(in: text.places, sharedWith: source, uncounted: names),
                run.weight >= WordRun.copied
            else { continue }
            return CodeFinding(.repeatsPrompt, run.words.joined(separator: " "))
        }
        return nil
    }

    /// The words of the names, articles and other short words apart.
    private static func nameWords(of assignment: Assignment) -> Set<String> {
        let names = assignment.skills.flatMap { [$0.name] + $0.aliases } + [assignment.topic.name]
        return Set((names + assignment.topic.aliases).flatMap(Folding.words).filter { $0.utf8.count > 3 })
    }
}
