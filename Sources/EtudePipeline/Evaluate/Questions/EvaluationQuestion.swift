import EtudeCore

/// A combination that students are evaluated on.
struct EvaluationQuestion: Sendable {
    /// What is asked for.
    let assignment: Assignment
    /// The request as a training row puts it.
    let prompt: [Message]
    /// The seed of everything drawn for the question.
    let seed: Seed
}

/// The questions of a setting at one k.
struct EvaluationCell: Sendable {
    /// The setting, or the split of a release.
    let setting: String
    /// How many skills a text must show.
    let k: Int
    /// The questions, in order.
    let questions: [EvaluationQuestion]
}

/// Everything that students are asked, and what is known of it.
struct QuestionSet: Sendable {
    /// The cells, k ascending.
    let cells: [EvaluationCell]
    /// Whether the requests ask for the text between markers, as the completions of training rows have it.
    let hasMarkers: Bool
    /// How many of the skill pairs asked for training rows hold, by cell; empty where no release is at hand.
    var seenPairs: [EvaluationReport.SeenPairs] = []
}
