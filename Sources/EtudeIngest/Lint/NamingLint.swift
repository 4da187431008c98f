import EtudeCore
import EtudeText

/// `names-another-entry` and `names-itself`.
struct NamingLint {
    private let matcher: NameMatcher

    static func check(skills: [Skill], topics: [Topic]) -> [Diagnostic] {
        let lint = NamingLint(skills: skills, topics: topics)
        return skills.flatMap(lint.check) + topics.flatMap(lint.check)
    }

    private init(skills: [Skill], topics: [Topic]) {
        let skills = skills.flatMap { skill in
            NameForms.of(skill).map { NameMatcher.Name(owner: Self.owner(skill), form: $0) }
        }
        let topics = topics.flatMap { topic in
            NameForms.of(topic).map { NameMatcher.Name(owner: Self.owner(topic), form: $0) }
        }
        matcher = NameMatcher(skills + topics)
    }

    private static func owner(_ skill: Skill) -> String { "skill \"\(skill.id)\"" }
    private static func owner(_ topic: Topic) -> String { "topic \"\(topic.id)\"" }

    private func check(_ skill: Skill) -> [Diagnostic] {
        let owner = Self.owner(skill)
        func find(_ texts: [String], _ noun: String, _ severity: Diagnostic.Severity, isOwnAllowed: Bool)
            -> [Diagnostic]
        {
            texts.flatMap { text in
                findings(in: text, noun: noun, owner: owner, severity, isOwnAllowed: isOwnAllowed, at: skill.place)
            }
        }
        let counterexample = skill.counterexample.map { [$0.text, $0.reason] } ?? []
        return find([skill.definition], "definition", .warning, isOwnAllowed: true)
            + find(skill.examples, "example", .warning, isOwnAllowed: false)
            + find(counterexample, "counterexample", .warning, isOwnAllowed: true)
            + find(skill.realizations.map(Self.words), "realization", .error, isOwnAllowed: false)
    }

    private func check(_ topic: Topic) -> [Diagnostic] {
        topic.lexicon.entries.flatMap { entry in
            findings(
                in: entry,
                noun: "lexicon entry",
                owner: Self.owner(topic),
                .error,
                isOwnAllowed: true,
                at: topic.place
            )
        }
    }

    private func findings(
        in text: String,
        noun: String,
        owner: String,
        _ severity: Diagnostic.Severity,
        isOwnAllowed: Bool,
        at place: Place?
    ) -> [Diagnostic] {
        var seen: Set<String> = []
        return matcher.matches(in: text).compactMap { match in
            let isOwn = match.owner == owner
            guard !(isOwn && isOwnAllowed), seen.insert(match.owner).inserted else { return nil }
            return Diagnostic(
                severity,
                rule: isOwn ? "names-itself" : "names-another-entry",
                "The \(noun) of the \(owner) names the \(isOwn ? "skill itself" : match.owner) (\"\(match.form)\"): \"\(text)\".",
                at: place
            )
        }
    }

    /// The fixed words of a realization, with the kind of each place for what will fill it.
    private static func words(_ realization: Realization) -> String {
        realization.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .slot(let slot): slot.kind.rawValue
            }
        }.joined()
    }
}
