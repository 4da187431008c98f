import EtudeCore

/// A row of which everything has been found that needs no other row (``RowRules/examine(_:)``).
public struct ExaminedRow: Sendable {
    /// What a line turned out to be.
    enum Content: Sendable {
        /// No row, and why.
        case unreadable(String)
        /// A row of a split that there is not.
        case foreign(Violation)
        /// A row.
        case row(Findings)
    }

    /// What was found in a row.
    struct Findings: Sendable {
        let row: Row
        let split: SplitFacts
        /// What it breaks by itself.
        let alone: [Violation]
        /// How many of its strings were searched for names.
        let strings: Int
        /// How many names of the other side may stand where they do.
        let allowedMentions: Int
        /// What of its combination is remembered.
        let combination: UInt128
        /// Its text; nil in a split without texts.
        let text: DuplicateIndex.Entry?
        /// Whether the id follows from the rest.
        let hasOwnID: Bool
    }

    let content: Content

    init(_ content: Content) {
        self.content = content
    }
}
