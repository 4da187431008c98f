public import EtudeCore

extension CatalogEntry {
    /// The category of a skill whose source names none.
    static let noCategory = "uncategorized"

    /// The id that the source gives, else the name in kebab-case.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a name of which no id can be made.
    public func identifier() throws(EtudeError) -> String {
        guard let id else { return try Identifier.of(name, at: place) }
        return id
    }

    /// The entry as a skill.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a name of which no id can be made, and for what a skill does not have.
    public func skill() throws(EtudeError) -> Skill {
        guard lexicon.entries.isEmpty else {
            throw EtudeError(.data, "A skill has no `lexicon`, as topics have; remove it.", at: place)
        }
        return Skill(
            id: try identifier(),
            name: name,
            aliases: aliases,
            inflections: inflections,
            category: category ?? Self.noCategory,
            definition: definition,
            examples: examples,
            counterexample: counterexample,
            related: related,
            realizations: realizations,
            source: source,
            license: license,
            origin: origin,
            place: place
        )
    }

    /// The entry as a topic, which keeps neither a category nor a definition.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a name of which no id can be made, and for what only skills have.
    public func topic() throws(EtudeError) -> Topic {
        let ofSkills: [(key: String, isThere: Bool)] = [
            ("realizations", !realizations.isEmpty), ("counterexample", counterexample != nil),
        ]
        if let (key, _) = ofSkills.first(where: \.isThere) {
            throw EtudeError(.data, "A topic has no `\(key)`, as skills have; remove it.", at: place)
        }
        return Topic(
            id: try identifier(),
            name: name,
            aliases: aliases,
            lexicon: lexicon,
            source: source,
            license: license,
            origin: origin,
            place: place
        )
    }
}
