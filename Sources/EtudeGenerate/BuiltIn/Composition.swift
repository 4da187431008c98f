import EtudeCore

/// A text with the clause that shows each skill.
struct Composition {
    /// The text.
    var text: String
    /// The skills' names in the order of the assignment, each with its clause as it stands in the text.
    var evidence: [(name: String, clause: String)]

    /// What a model would answer: the text, then which words show which skill.
    var answer: String {
        let reasons = evidence.map { "The words “\($0.clause)” illustrate \($0.name)." }
        return "Answer: \(text)\n\nExplanation: \(reasons.joined(separator: " "))"
    }
}
