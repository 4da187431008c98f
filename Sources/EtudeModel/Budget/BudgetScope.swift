/// What a limit of the budget is for.
public enum BudgetScope: String, Sendable, Hashable, CaseIterable {
    /// From the release before to the next, over all resumes.
    case run
    /// A day of UTC.
    case day
    /// Everything that the journal knows of, refreshes included.
    case total
}
