/// Where a row of a divided file goes.
public enum RowSide: String, Sendable, Hashable, CaseIterable {
    /// Into training.
    case train
    /// Into what is held out.
    case heldOut = "held-out"
    /// To neither, for it shows skills of both.
    case mixed
}
