public import EtudeCore

/// One line of a rubric as its file has it.
public struct RubricCriterion: Sendable, Hashable {
    /// Who says whether it is met.
    public enum Decision: Sendable, Hashable {
        /// The judges.
        case model
        /// The check of code with an id: the criterion is met where it finds nothing.
        case code(String)
    }

    /// Whether a judge that answers by the schema has to quote the text for a pass.
    public enum Evidence: String, Sendable, Hashable, CaseIterable {
        /// A pass without a quotation is void.
        case required
        /// A pass may stand without a quotation.
        case optional
    }

    /// The id, such as `topic`; `skill` is the one that is repeated for each skill.
    public var id: String
    /// How it is worded, a phrase over ``Rubric/variables``.
    public var label: Template
    /// What earns the mark, where the rubric says so.
    public var pass: Template?
    /// What does not earn it, where the rubric says so.
    public var fail: Template?
    /// Who decides.
    public var decision: Decision
    /// The checks of code that fail it, whatever the judges say.
    public var codeFails: [String]
    /// Whether a pass needs a quotation.
    public var evidence: Evidence
    /// Where it stands.
    public var place: Place

    /// A criterion with its wording.
    public init(
        id: String,
        label: Template,
        pass: Template? = nil,
        fail: Template? = nil,
        decision: Decision = .model,
        codeFails: [String] = [],
        evidence: Evidence = .required,
        place: Place
    ) {
        self.id = id
        self.label = label
        self.pass = pass
        self.fail = fail
        self.decision = decision
        self.codeFails = codeFails
        self.evidence = evidence
        self.place = place
    }

    /// Whether it is repeated for each skill.
    public var isPerSkill: Bool { id == Criterion.perSkillID }
}
