import EtudeCore

extension SourceSettings {
    /// Refuses settings that mean nothing, or nothing for the kind of file.
    ///
    /// - Throws: ``EtudeError`` with code `config`.
    func check() throws(EtudeError) {
        for (setting, names) in [("map", map), ("default", defaults)] {
            for name in names.keys.sorted() {
                guard EntryField(rawValue: name) != nil else { throw Self.unknown(name, of: setting) }
            }
        }
        for field in ["id", "name"] where defaults[field] != nil {
            throw EtudeError(.config, "`\(field)` can have no default, for every entry has its own.")
        }
        guard let kind else { return }
        let isMapped = [.csv, .tsv, .json, .jsonl, .xml, .html, .skos].contains(kind)
        guard isMapped || map.isEmpty else { throw Self.useless("map", kind) }
        guard isMapped || kind == .yaml || filters.isEmpty else { throw Self.useless("where", kind) }
        guard [.json, .xml, .html, .skos].contains(kind) || entries == nil else {
            throw Self.useless("entries", kind)
        }
    }

    private static func unknown(_ name: String, of setting: String) -> EtudeError {
        let known = EntryField.allCases.map(\.rawValue)
        let nearest = Suggestion.nearest(to: name, in: known).map { "; did you mean `\($0)`?" }
        return EtudeError(
            .config,
            "The field `\(name)` of `\(setting)` is not known\(nearest ?? "; known are \(known.joined(separator: ", ")).")"
        )
    }

    private static func useless(_ setting: String, _ kind: CatalogKind) -> EtudeError {
        EtudeError(.config, "`\(setting)` means nothing for a source of the kind `\(kind.rawValue)`; leave it out.")
    }
}
