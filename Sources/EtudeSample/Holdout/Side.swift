/// The side of the division on which a skill or a topic stands, for ever.
public enum Side: String, Sendable, Hashable, CaseIterable {
    /// It may stand in training rows.
    case train
    /// It never stands in a training row.
    case heldOut = "held-out"
}
