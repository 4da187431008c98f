import EtudeCore

/// Makes entries of JSON objects: with the keys of the canonical YAML, or by a map of paths.
struct JSONEntry {
    private let map: [(field: EntryField, path: JSONPath)]
    private let filters: [(name: String, path: JSONPath, values: Set<String>)]

    init(_ settings: SourceSettings) {
        map = settings.map.sorted { $0.key < $1.key }.compactMap { name, path in
            EntryField(rawValue: name).map { ($0, JSONPath(path)) }
        }
        filters = settings.filters.sorted { $0.key < $1.key }.map { ($0, JSONPath($0), Set($1)) }
    }

    /// Takes an element of the source: an object, or a text, which is a name.
    func take(_ value: JSONValue, at place: Place, into collector: inout EntryCollector) throws(EtudeError) {
        for (name, path, values) in filters where try !path.texts(in: value, at: place).contains(where: values.contains)
        {
            return collector.skip("another \(name)", at: place)
        }
        let entry: CatalogEntry?
        switch value {
        case .string(let name):
            entry = EntryName.line(name).map { CatalogEntry(name: $0, place: place) }
        case .object(let members):
            entry =
                map.isEmpty
                ? try JSONCatalogEntry.read(members, filters.map(\.path.first), place) : try mapped(value, place)
        default:
            throw EtudeError(.data, "An entry should be an object with keys, or a text that is its name.", at: place)
        }
        guard let entry else { return collector.skip("no name", at: place) }
        collector.take(entry)
        try collector.refuseExcess(in: place.file)
    }

    private func mapped(_ value: JSONValue, _ place: Place) throws(EtudeError) -> CatalogEntry? {
        var fields = EntryFields()
        for (field, path) in map {
            for text in try path.texts(in: value, at: place) { fields.add(text, to: field) }
        }
        return fields.entry(at: place)
    }
}
