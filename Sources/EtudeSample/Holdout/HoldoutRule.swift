/// What is kept out of training: the `holdout` block of a pipeline file.
public struct HoldoutRule: Sendable, Hashable {
    /// What becomes of skills that are kin (see ``Kinship``).
    public enum Families: String, Sendable, Hashable, CaseIterable {
        /// They stand where the rule puts each; those on different sides are named in a warning.
        case apart
        /// A skill that is held out by its category, its id or the share takes its kin along, and those nobody further.
        case together
    }

    /// Which skills are held out: the union of what the three ways name.
    public struct Skills: Sendable, Hashable {
        /// Whole categories (as in arXiv 2409.19808).
        public var categories: [String]
        /// Single skills.
        public var ids: [String]
        /// A share of all skills, in 0...1, chosen by hash.
        public var fraction: Double
        /// What becomes of skills that are kin.
        public var families: Families

        /// A rule for skills.
        public init(
            categories: [String] = [],
            ids: [String] = [],
            fraction: Double = 0,
            families: Families = .apart
        ) {
            self.categories = categories
            self.ids = ids
            self.fraction = fraction
            self.families = families
        }
    }

    /// Which topics are held out: the union of what the two ways name.
    public struct Topics: Sendable, Hashable {
        /// Single topics.
        public var ids: [String]
        /// A share of all topics, in 0...1, chosen by hash.
        public var fraction: Double

        /// A rule for topics.
        public init(ids: [String] = [], fraction: Double = 0) {
            self.ids = ids
            self.fraction = fraction
        }
    }

    /// Which tuples of train skills no training row may hold together.
    public struct Combinations: Sendable, Hashable {
        /// The size of a tuple: 2 or 3.
        public var of: Int
        /// A share of all tuples of train skills, in 0...1, chosen by hash.
        public var fraction: Double

        /// A rule for tuples.
        public init(of: Int, fraction: Double) {
            self.of = of
            self.fraction = fraction
        }
    }

    /// The rule for skills.
    public var skills: Skills
    /// The rule for topics.
    public var topics: Topics
    /// The rule for tuples of skills, where there is one.
    public var combinations: Combinations?

    /// A rule that holds out what its parts say; nothing when all are left out.
    public init(skills: Skills = Skills(), topics: Topics = Topics(), combinations: Combinations? = nil) {
        self.skills = skills
        self.topics = topics
        self.combinations = combinations
    }
}
