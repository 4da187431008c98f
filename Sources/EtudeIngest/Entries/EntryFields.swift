public import EtudeCore

/// The texts of an entry by field, as a source with columns, keys or elements of its own has them.
public struct EntryFields: Sendable {
    private var texts: [[String]] = Array(repeating: [], count: EntryField.allCases.count)

    /// No texts yet.
    public init() {}

    /// Adds a text to a field; a blank one is none.
    public mutating func add(_ text: some StringProtocol, to field: EntryField) {
        let text = Spelling.trimmed(text)
        guard !text.isEmpty, let index = EntryField.allCases.firstIndex(of: field) else { return }
        texts[index].append(text)
    }

    /// The texts of a field.
    public subscript(_ field: EntryField) -> [String] {
        EntryField.allCases.firstIndex(of: field).map { texts[$0] } ?? []
    }

    /// The entry that the texts make; nil where neither name nor id is among them.
    ///
    /// Of several names the first counts and the others are aliases; several definitions are joined by a blank, and of the
    /// other single fields the first counts. Ids and categories are put into kebab-case.
    ///
    /// - Parameter place: where the entry stands.
    /// - Returns: the entry.
    public func entry(at place: Place) -> CatalogEntry? {
        let id = self[.id].first.map(Identifier.of).flatMap { $0.isEmpty ? nil : $0 }
        guard let name = self[.name].first ?? id.map(EntryName.name(ofID:)) else { return nil }
        var entry = CatalogEntry(name: name, place: place)
        entry.id = id
        entry.aliases = self[.name].dropFirst() + self[.aliases]
        entry.inflections = self[.inflections]
        entry.category = self[.category].first.map(Identifier.of).flatMap { $0.isEmpty ? nil : $0 }
        entry.definition = self[.definition].joined(separator: " ")
        entry.examples = self[.examples]
        entry.related = self[.related].map(Identifier.of).filter { !$0.isEmpty }
        entry.source = self[.source].first ?? ""
        entry.license = self[.license].first ?? ""
        return entry
    }
}
