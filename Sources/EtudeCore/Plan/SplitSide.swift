/// The side of the division that a split draws from.
public enum SplitSide: String, Sendable, Hashable, CaseIterable {
    /// What training may hold.
    case train
    /// What training may not hold.
    case heldOut = "held-out"
    /// Both sides; of skills, at least one of each.
    case any
}

/// How a split stands to the closed combinations of train skills.
public enum SplitCombinations: String, Sendable, Hashable, CaseIterable {
    /// A row of train skills holds none of them.
    case open
    /// A row holds at least one of them.
    case heldOut = "held-out"
}
