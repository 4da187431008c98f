import EtudeCore

extension CatalogEntry {
    /// Refuses control characters other than tabs and line ends, which escapes of JSON and YAML can spell.
    ///
    /// - Throws: ``EtudeError`` with code `data` and the field.
    func refuseControlCharacters() throws(EtudeError) {
        try refuse("id", id ?? "")
        try refuse("name", name)
        try refuse("category", category ?? "")
        try refuse("definition", definition)
        try refuse("source", source)
        try refuse("license", license)
        try refuse("origin", origin)
        for text in aliases { try refuse("aliases", text) }
        for text in inflections { try refuse("inflections", text) }
        for text in examples { try refuse("examples", text) }
        for text in related { try refuse("related", text) }
        for realization in realizations { try refuse("realizations", realization.source) }
        for text in lexicon.entries { try refuse("lexicon", text) }
        if let counterexample { try refuse("counterexample", counterexample.text + counterexample.reason) }
    }

    private func refuse(_ field: String, _ text: String) throws(EtudeError) {
        guard ControlCharacter.first(in: text.utf8.span) != nil else { return }
        throw EtudeError(
            .data,
            "The `\(field)` of the entry holds a control character other than tabs and line ends; remove it.",
            at: place
        )
    }
}
