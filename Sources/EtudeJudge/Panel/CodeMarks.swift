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

    /// Refuses a rubric that names a check which there is not.
    ///
    /// - Throws: ``EtudeError`` with code `data` at the criterion, with the nearest check.
    public static func requireChecks(of rubric: Rubric) throws(EtudeError) {
        let known = CodeChecks.all.map(\.id)
        for criterion in rubric.criteria {
            var wanted = criterion.codeFails
            if case .code(let check) = criterion.decision { wanted.append(check) }
            for check in wanted where !known.contains(check) {
                let nearest = Suggestion.nearest(to: check, in: known).map { "did you mean `\($0)`? " } ?? ""
                throw EtudeError(
                    .data,
                    "The criterion `\(criterion.id)` names `\(check)`, which is no check of code; \(nearest)Known are "
                        + "\(known.joined(separator: ", ")).",
                    at: criterion.place
                )
            }
        }
    }

    /// What code decides of a text.
    ///
    /// A criterion of a skill is checked as if that skill alone had been asked for.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - assignment: what was asked for.
    ///   - rubric: the rubric.
    /// - Returns: an outcome for each criterion on which judges have no say.
    func decided(_ text: String, _ assignment: Assignment, by rubric: Rubric) -> [Criterion: Mark.Outcome] {
        var decided: [Criterion: Mark.Outcome] = [:]
        let whole = CheckedText(text, for: assignment)
        for entry in rubric.criteria where entry.decision != .model || !entry.codeFails.isEmpty {
            for criterion in Criterion.all([entry.id], skills: assignment.skills.map(\.id)) {
                let checked = whole.checked(for: assignment.part(of: criterion))
                if case .code(let check) = entry.decision {
                    decided[criterion] = finds(check, in: checked) ? .fail : .pass
                }
                if entry.codeFails.contains(where: { finds($0, in: checked) }) { decided[criterion] = .fail }
            }
        }
        return decided
    }

    private func finds(_ check: String, in text: CheckedText) -> Bool {
        switch check {
        case SentenceLimit().id: sentenceRule.count(text.text) > text.assignment.sentenceLimit
        case NamedSkill().id where !namedSkillsFail: false
        default: CodeChecks.check(id: check)?.finding(in: text) != nil
        }
    }
}

extension Assignment {
    /// What of the assignment a criterion is about: its skill alone, or everything.
    fileprivate func part(of criterion: Criterion) -> Assignment {
        guard case .skill(let id) = criterion else { return self }
        return Assignment(
            skills: skills.filter { $0.id == id },
            topic: topic,
            sentenceLimit: sentenceLimit,
            language: language
        )
    }
}
