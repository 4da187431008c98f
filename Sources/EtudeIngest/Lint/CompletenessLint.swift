import EtudeCore

/// `missing-definition`, `few-examples`, `missing-counterexample`, `few-realizations`, `unknown-related` and
/// `one-entry-category`.
enum CompletenessLint {
    private static let wantedExamples = 2
    private static let wantedRealizations = 5
    private static let mostSuggested = 500

    static func check(_ skills: [Skill]) -> [Diagnostic] {
        let ids = Set(skills.map(\.id))
        // A nearest word is looked for among all, so only a catalog that a person writes gets suggestions.
        let suggested = ids.count <= mostSuggested ? ids.sorted() : []
        let categories = Dictionary(skills.map { ($0.category, 1) }, uniquingKeysWith: +)
        return skills.flatMap { skill in
            texts(skill) + related(skill, among: ids, suggested)
                + (categories[skill.category] == 1 ? [alone(skill)] : [])
        }
    }

    private static func texts(_ skill: Skill) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        func add(_ severity: Diagnostic.Severity, _ rule: String, _ message: String) {
            findings.append(Diagnostic(severity, rule: rule, "The skill \"\(skill.id)\" \(message)", at: skill.place))
        }
        if skill.definition.allSatisfy(\.isWhitespace) {
            add(.error, "missing-definition", "has no definition; say in a sentence what it is.")
        }
        if skill.examples.count < wantedExamples {
            add(
                .note,
                "few-examples",
                "has \(skill.examples.count) of \(wantedExamples) examples; teacher and judge learn from them."
            )
        }
        if skill.counterexample == nil {
            add(.note, "missing-counterexample", "has no counterexample; one shows a judge where the skill ends.")
        }
        if (1..<wantedRealizations).contains(skill.realizations.count) {
            add(
                .warning,
                "few-realizations",
                "has \(skill.realizations.count) realizations; with fewer than \(wantedRealizations) the built-in teacher repeats itself."
            )
        }
        return findings
    }

    private static func related(_ skill: Skill, among ids: Set<String>, _ suggested: [String]) -> [Diagnostic] {
        skill.related.filter { !ids.contains($0) }.map { id in
            let nearest = Suggestion.nearest(to: id, in: suggested).map { "; did you mean \"\($0)\"?" } ?? "."
            return Diagnostic(
                .warning,
                rule: "unknown-related",
                "The skill \"\(skill.id)\" is related to \"\(id)\", which is no skill's id\(nearest)",
                at: skill.place
            )
        }
    }

    private static func alone(_ skill: Skill) -> Diagnostic {
        Diagnostic(
            .note,
            rule: "one-entry-category",
            "The category \"\(skill.category)\" holds only the skill \"\(skill.id)\"; is it misspelled?",
            at: skill.place
        )
    }
}
