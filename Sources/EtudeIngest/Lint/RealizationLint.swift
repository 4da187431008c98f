import EtudeCore

/// `realization-places` and `realization-punctuation`.
enum RealizationLint {
    private static let wantedPlaces = 3
    /// Marks that end a sentence or that another clause cannot follow.
    private static let forbidden: Set<Character> = [
        ".", "?", "!", ";", ":", "(", ")", "—", "–", "…", "“", "”", "„", "‘", "\n", "\r", "\r\n",
    ]

    static func check(_ skills: [Skill]) -> [Diagnostic] {
        skills.flatMap { skill in
            skill.realizations.flatMap { places($0, of: skill) + punctuation($0, of: skill) }
        }
    }

    private static func places(_ realization: Realization, of skill: Skill) -> [Diagnostic] {
        let slots = realization.slots
        let different = Set(slots.map { "\($0.kind) \($0.isOther)" })
        guard slots.count != wantedPlaces || different.count != wantedPlaces else { return [] }
        return [
            Diagnostic(
                .warning,
                rule: "realization-places",
                "The realization should have exactly three different places and has \(slots.count), \(different.count) different: "
                    + "\"\(realization.source)\".",
                at: skill.place
            )
        ]
    }

    private static func punctuation(_ realization: Realization, of skill: Skill) -> [Diagnostic] {
        let found = realization.source.filter { forbidden.contains($0) }
        let isOdd = !realization.source.count(where: { $0 == "\"" }).isMultiple(of: 2)
        guard !found.isEmpty || isOdd else { return [] }
        let what = isOdd ? "quotation marks that do not come in pairs" : "\"\(found)\""
        return [
            Diagnostic(
                .error,
                rule: "realization-punctuation",
                "A realization is joined with others into a sentence and must not hold \(what): \"\(realization.source)\".",
                at: skill.place
            )
        ]
    }
}
