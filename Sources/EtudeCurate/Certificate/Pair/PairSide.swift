/// One of two files.
public enum PairSide: String, Sendable, Hashable, CaseIterable {
    /// What a model is trained on.
    case train
    /// What it is tested on.
    case heldOut = "held_out"

    /// The other file.
    var other: PairSide { self == .train ? .heldOut : .train }
}
