public import EtudeCore

/// A combination space in the seeded order in which its cells walk it.
public struct SampledSpace: Sendable, Hashable {
    /// What the pools and k make of it, such as `train/train/k3`: skills, topics, k.
    public let id: String
    /// The combinations by rank.
    public let combinations: CombinationSpace
    /// The order: a rank for every position.
    public let permutation: Permutation

    /// A space in the order of a seed.
    ///
    /// - Parameters:
    ///   - id: the name, unique in a plan.
    ///   - combinations: the combinations by rank.
    ///   - seed: the seed of the plan and its epoch.
    public init(id: String, combinations: CombinationSpace, seed: Seed) {
        self.id = id
        self.combinations = combinations
        permutation = Permutation(size: combinations.size, seed: seed.child("space", id))
    }
}
