import EtudeCore

/// A text that a survey puts to the audit.
struct SurveyedText: Sendable, Hashable {
    /// What is known of it beforehand.
    enum Role: Sendable, Hashable {
        /// A training row: nothing.
        case row
        /// A row of a held-out split, with the held-out skills that the panel found in it when it was accepted.
        case probe(labels: [String])
        /// A text that the catalog gives because it looks like a held-out skill and is not.
        case control(skill: String)
    }

    let role: Role
    /// How many skills the row shows; 0 for a control.
    let k: Int
    let text: String
    let seed: Seed
}
