public import EtudeCore

/// One line of a rubric for an assignment: a criterion with its words filled in.
public struct RubricLine: Sendable, Hashable {
    /// The criterion.
    public let criterion: Criterion
    /// The line of the rubric that it comes from.
    public let entry: RubricCriterion
    /// How it is worded.
    public let label: String
    /// What earns the mark; empty where the rubric does not say.
    public let pass: String
    /// What does not earn it; empty where the rubric does not say.
    public let fail: String
}
