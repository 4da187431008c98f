import EtudeIngest

/// A reader and the settings that it is tried with.
struct FuzzedReader: Sendable {
    private let kind: CatalogKind?

    /// The reader of a kind's name, or `guess`.
    init?(_ name: String) {
        kind = CatalogKind(rawValue: name)
        guard kind != nil || name == "guess" else { return nil }
    }

    /// The settings of a number from 0: none, then some of those that the kind knows.
    func settings(_ number: UInt8) -> SourceSettings {
        var settings = SourceSettings()
        settings.kind = kind
        switch (kind, number) {
        case (.xml, 0...1):
            settings.entries = "//term"
            settings.map = ["name": "name", "definition": "definition", "aliases": "alias"]
        case (.xml, _):
            settings.entries = "/*/*"
            settings.map = ["name": "@id", "definition": "."]
        case (.html, 2...3):
            settings.entries = "//li"
            settings.map = ["name": "b", "definition": "text()"]
        case (.csv, 1...), (.tsv, 1...):
            settings.map = ["name": "term", "definition": "meaning"]
            settings.filters = number > 2 ? ["status": ["keep", ""]] : [:]
        case (.json, 1...), (.jsonl, 1...):
            settings.map = ["name": "label.en", "definition": "meaning", "aliases": "also"]
            settings.entries = kind == .json && number > 2 ? "data.terms" : nil
        case (.skos, 1...):
            settings.language = number == 1 ? "de" : "en"
            settings.map = number > 2 ? ["category": "top"] : [:]
        default: break
        }
        settings.defaults = number == 3 ? ["category": "fuzzed"] : [:]
        return settings
    }
}
