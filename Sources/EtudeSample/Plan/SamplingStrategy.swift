/// How the positions of a cell are chosen; none ever repeats a combination.
public enum SamplingStrategy: String, Sendable, Hashable, CaseIterable {
    /// In the order of the permutation.
    case uniform
    /// In waves that prefer the skills that have the fewest rows.
    case balanced
    /// In the order of the permutation, with the whole space divided among its cells.
    case exhaustive
}
