public import EtudeCore
public import EtudePrompt

/// What code decides of a text, so that no judge has a say on it.
///
/// The rubric names the checks; this says how they are made.
public struct CodeMarks: Sendable, Hashable {
    /// How sentences are counted.
    public var sentenceRule: SentenceRule
    /// Whether a skill that the text names outright fails.
    public var namedSkillsFail: Bool

    /// Ways of checking.
    public init(sentenceRule: SentenceRule = .robust, namedSkillsFail: Bool = true) {
        self.sentenceRule = sentenceRule
        self.namedSkillsFail = namedSkillsFail
    }

    /// The checks that a rubric may name for a criterion of the whole text.
    private static let ofText = ["sentence-limit"]
    /// The checks that a rubric may name for the criterion of each skill.
    private static let ofSkill = ["names-skill"]

    /// Refuses a rubric that names a check which there is not.
    ///
    /// - Throws: ``EtudeError`` with code `data` at the criterion, with the nearest check.
    public static func requireChecks(of rubric: Rubric) throws(EtudeError) {
        for criterion in rubric.criteria {
            let known = criterion.isPerSkill ? ofSkill : ofText
            var wanted = criterion.codeFails
            if case .code(let check) = criterion.decision { wanted.append(check) }
            for check in wanted where !known.contains(check) {
                let nearest = Suggestion.nearest(to: check, in: known).map { "did you mean `\($0)`? " } ?? ""
                throw EtudeError(
                    .data,
                    "There is no check `\(check)` for the criterion `\(criterion.id)`; \(nearest)Known for it are "
                        + "\(known.joined(separator: ", ")).",
                    at: criterion.place
                )
            }
        }
    }

    /// What code decides of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - assignment: what was asked for.
    ///   - rubric: the rubric.
    /// - Returns: an outcome for each criterion on which judges have no say.
    func decided(_ text: String, _ assignment: Assignment, by rubric: Rubric) -> [Criterion: Mark.Outcome] {
        var decided: [Criterion: Mark.Outcome] = [:]
        let named = Set(namedSkillsFail ? CodeChecks.namedSkills(in: text, of: assignment) : [])
        let isShort = sentenceRule.count(text) <= assignment.sentenceLimit
        for entry in rubric.criteria {
            for criterion in Criterion.all([entry.id], skills: assignment.skills.map(\.id)) {
                let isFine: Bool
                if case .skill(let id) = criterion { isFine = !named.contains(id) } else { isFine = isShort }
                if case .code = entry.decision {
                    decided[criterion] = isFine ? .pass : .fail
                } else if !entry.codeFails.isEmpty, !isFine {
                    decided[criterion] = .fail
                }
            }
        }
        return decided
    }
}
