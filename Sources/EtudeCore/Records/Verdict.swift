/// What the judges said of a draft: one mark per criterion, in the rubric's order.
public struct Verdict: Sendable, Hashable {
    /// The marks.
    public let marks: [Mark]

    /// A verdict from its marks.
    public init(marks: [Mark]) {
        self.marks = marks
    }

    /// Whether every criterion is met.
    public var isFullMarks: Bool {
        !marks.isEmpty && marks.allSatisfy { $0.outcome == .pass }
    }

    /// Whether a criterion could not be settled, and none failed.
    public var isUnknown: Bool {
        marks.contains { $0.outcome == .unknown } && !marks.contains { $0.outcome == .fail }
    }
}
