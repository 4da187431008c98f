public import EtudeCore

/// What a release says of itself, as far as its rows can be checked against it.
public struct ReleaseFacts: Sendable, Hashable {
    /// How much of the teacher's conversation a row publishes.
    public enum Turns: String, Sendable, Hashable, CaseIterable {
        /// The request and the last answer.
        case final
        /// The whole conversation.
        case all
    }

    /// A mention across the division that the pipeline allows, with a reason.
    public struct AllowedMention: Sendable, Hashable {
        /// The id of the entry whose definition or example mentions the other.
        public let entry: String
        /// The id of the entry that is mentioned.
        public let names: String

        /// An entry that may mention another.
        public init(entry: String, names: String) {
            self.entry = entry
            self.names = names
        }
    }

    /// The name of the dataset.
    public var name: String
    /// Every skill and topic.
    public var catalog: Catalog
    /// The ids of the skills that training may not hold.
    public var heldOutSkills: Set<String>
    /// The ids of the topics that training may not hold.
    public var heldOutTopics: Set<String>
    /// The tuples of skills that no open row may hold.
    public var closed: ClosedTuples
    /// The splits, in the order of the pipeline file.
    public var splits: [SplitFacts]
    /// The most sentences that a text may have, by k.
    public var sentenceLimits: [Int: Int]
    /// How much of the conversation a row publishes.
    public var turns: Turns
    /// Whether the completion holds the explanation beside the text.
    public var explanation: Bool
    /// When two texts are near duplicates.
    public var near: NearDuplicateSettings
    /// Mentions across the division that requests may hold.
    public var allowedMentions: [AllowedMention]
    /// The ids of the rubric's criteria in order; `skill` stands for one criterion of each skill.
    public var criteria: [String]
    /// Which marks make a row.
    public var accept: AcceptRule

    /// The facts of a release.
    public init(
        name: String,
        catalog: Catalog,
        heldOutSkills: Set<String>,
        heldOutTopics: Set<String>,
        closed: ClosedTuples,
        splits: [SplitFacts],
        sentenceLimits: [Int: Int],
        turns: Turns,
        explanation: Bool,
        near: NearDuplicateSettings,
        allowedMentions: [AllowedMention] = [],
        criteria: [String] = Criterion.standardIDs,
        accept: AcceptRule = .fullMarks
    ) {
        self.name = name
        self.catalog = catalog
        self.heldOutSkills = heldOutSkills
        self.heldOutTopics = heldOutTopics
        self.closed = closed
        self.splits = splits
        self.sentenceLimits = sentenceLimits
        self.turns = turns
        self.explanation = explanation
        self.near = near
        self.allowedMentions = allowedMentions
        self.criteria = criteria
        self.accept = accept
    }

    /// The splits in the order in which their rows are decided and must be checked: requests only, held-out, the others.
    public var decisionOrder: [SplitFacts] {
        splits.filter { !$0.texts } + splits.filter { $0.texts && $0.isHeldOut } + splits.filter(\.isTraining)
    }

    /// The split of a name.
    public func split(_ name: String) -> SplitFacts? { splits.first { $0.name == name } }

    /// Whether a skill lies on a side.
    func isSkill(_ id: String, on side: SplitFacts.Side) -> Bool {
        side == .any || heldOutSkills.contains(id) == (side == .heldOut)
    }

    /// Whether a topic lies on a side.
    func isTopic(_ id: String, on side: SplitFacts.Side) -> Bool {
        side == .any || heldOutTopics.contains(id) == (side == .heldOut)
    }
}
