import EtudeText

/// A skill that a model proposed, with all the proposals that it stands for.
struct Proposal: Sendable, Hashable {
    var name: String
    var definition: String
    var examples: [String] = []
    var aliases: [String] = []
    /// The category in kebab-case: the topic or subject it was proposed for.
    var category: String
    /// Who proposed it, in answer to which request.
    var origin: String
    /// How many proposals it stands for.
    var count = 1

    /// A text in kebab-case.
    static func category(of text: String) -> String { Folding.words(text).joined(separator: "-") }
}
