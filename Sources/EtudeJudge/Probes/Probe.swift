public import EtudeCore

/// A text with a planted fault, which a judge should find.
public struct Probe: Sendable, Hashable {
    /// The fault.
    public let kind: ProbeKind
    /// The text.
    public let text: String
    /// What the text is judged by.
    public let assignment: Assignment
    /// The criterion that the fault breaks.
    public let fails: Criterion

    /// A text with its fault.
    public init(kind: ProbeKind, text: String, assignment: Assignment, fails: Criterion) {
        self.kind = kind
        self.text = text
        self.assignment = assignment
        self.fails = fails
    }
}
