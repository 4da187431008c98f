/// How combinations are drawn; none is ever drawn twice.
public enum SamplingStrategy: String, Sendable, Hashable, CaseIterable {
    /// In the order of a seeded permutation.
    case uniform
    /// By waves that prefer the skills that earlier waves left behind.
    case balanced
    /// In the order of a seeded permutation, up to the last combination of the space.
    case exhaustive
}
