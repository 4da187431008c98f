public import EtudeModel

/// Why a simulated run sends nothing more.
public enum SimulationStop: Sendable, Hashable {
    /// No request can succeed.
    case refused(FailureKind)
    /// A limit of the budget is reached.
    case budget(BudgetScope)
    /// Nothing has been answered for too long.
    case silence
}
