public import EtudeCore

/// A judge's mark of which a person has said what it should be.
public struct LabelledMark: Sendable, Hashable {
    /// What was marked; marks of one item hang together.
    public var item: String
    /// What was asked, as rows name criteria, or a name of the caller's own such as `accepted`.
    public var criterion: String
    /// Whether a person says that the criterion is met.
    public var human: Bool
    /// What the judge says.
    public var judge: Mark.Outcome

    /// A mark beside its label.
    public init(item: String, criterion: String, human: Bool, judge: Mark.Outcome) {
        self.item = item
        self.criterion = criterion
        self.human = human
        self.judge = judge
    }
}
