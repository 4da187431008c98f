public import EtudeCore

/// The catalog divided into what training may use and what it may not; fixed before the first call of a model.
public struct Division: Sendable, Hashable {
    /// The skills of training, in catalog order.
    public let trainSkills: [String]
    /// The skills held out, in catalog order.
    public let heldOutSkills: [String]
    /// The topics of training, in catalog order.
    public let trainTopics: [String]
    /// The topics held out, in catalog order.
    public let heldOutTopics: [String]
    /// The tuples of train skills, ids sorted, that no training row may hold; all of one size.
    public let closed: Set<[String]>
    /// The skills that are kin and yet stand on different sides, in catalog order.
    public let kinApart: [Kin]
    /// What a person should know of the division.
    public let diagnostics: [Diagnostic]

    private let skillSides: [String: Side]
    private let topicSides: [String: Side]

    /// A division whose parts are known already, such as one kept from an earlier release.
    public init(
        trainSkills: [String],
        heldOutSkills: [String],
        trainTopics: [String],
        heldOutTopics: [String],
        closed: Set<[String]> = [],
        kinApart: [Kin] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.trainSkills = trainSkills
        self.heldOutSkills = heldOutSkills
        self.trainTopics = trainTopics
        self.heldOutTopics = heldOutTopics
        self.closed = closed
        self.kinApart = kinApart
        self.diagnostics = diagnostics
        skillSides = Self.sides(train: trainSkills, heldOut: heldOutSkills)
        topicSides = Self.sides(train: trainTopics, heldOut: heldOutTopics)
    }

    /// The side of a skill; nil for an id that was not divided.
    public func side(ofSkill id: String) -> Side? { skillSides[id] }

    /// The side of a topic; nil for an id that was not divided.
    public func side(ofTopic id: String) -> Side? { topicSides[id] }

    private static func sides(train: [String], heldOut: [String]) -> [String: Side] {
        var sides: [String: Side] = [:]
        for id in train { sides[id] = .train }
        for id in heldOut { sides[id] = .heldOut }
        return sides
    }
}
