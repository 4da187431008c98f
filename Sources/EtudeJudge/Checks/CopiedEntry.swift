import EtudeCore
import EtudeText

/// Finds a text copied from what the catalog says of one of its skills.
///
/// A copy is a run of eight words of the definition or of an example, or a whole example of at least five words. Texts that
/// show the same skill share the words of its figure of speech ("if … then … therefore"), but hardly eight in a row.
public struct CopiedEntry: CodeCheck {
    /// `copied-entry`.
    public let id = "copied-entry"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the skill's id and the words.
    public func finding(in text: CheckedText) -> CodeFinding? {
        for skill in text.assignment.skills {
            for (source, limit) in Self.sources(of: skill) {
                guard let run = WordRun.heaviest(in: text.places, sharedWith: source), run.weight >= limit else {
                    continue
                }
                return CodeFinding(.copiesCatalog, "\(skill.id): \(run.words.joined(separator: " "))")
            }
        }
        return nil
    }

    private typealias Source = (words: [String], limit: Int)

    private static let memo = EntryMemo<Skill, [Source]>()

    /// The words of a skill's definition and examples, each with the weight that makes a copy.
    private static func sources(of skill: Skill) -> [Source] {
        memo.value(for: skill) {
            let examples = skill.examples.map { example -> Source in
                let words = Folding.words(example)
                let whole = words.reduce(0) { $0 + WordRun.weight(of: $1) }
                return (words, min(WordRun.copied, max(10, whole)))
            }
            return [(Folding.words(skill.definition), WordRun.copied)] + examples
        }
    }
}
