import EtudeCore

/// A text that the user has, with what it was written for.
struct SubmittedText: Sendable, Hashable {
    /// What a person calls it.
    let id: String
    /// The members of its line.
    let members: [JSONMember]
    /// The text; empty where an answer holds none that could be told apart.
    let text: String
    /// What it was written for.
    let assignment: Assignment

    /// The seed of everything drawn for the text: it follows from the text and what it was written for alone.
    ///
    /// Equal texts therefore have equal requests, wherever they stand, and one answer of the journal serves them all.
    ///
    /// - Parameter root: the pipeline's seed.
    /// - Returns: the seed.
    func seed(below root: Seed) -> Seed {
        let content: JSONValue = [
            "text": .string(text),
            "skills": .array(assignment.skills.map { .string($0.id) }),
            "topic": .string(assignment.topic.id),
            "sentence_limit": .int(assignment.sentenceLimit),
        ]
        return root.child("judge", SHA256.digest(of: content.canonicalText).hex)
    }
}
