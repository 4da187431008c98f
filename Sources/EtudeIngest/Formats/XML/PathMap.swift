import EtudeCore
import EtudeMarkup

/// The XPaths by which entries are read from a tree.
struct PathMap {
    private let tree: MarkupTree
    private let entries: MarkupPath
    private let fields: [(field: EntryField, path: MarkupPath)]
    private let filters: [(path: MarkupPath, values: [String])]

    /// The paths of the settings.
    ///
    /// - Throws: ``EtudeError`` with code `config` for what is no XPath, and where that of the names is missing.
    init(_ tree: MarkupTree, entries: String, _ settings: SourceSettings) throws(EtudeError) {
        self.tree = tree
        guard settings.map["name"] != nil || settings.map["id"] != nil else {
            throw EtudeError(.config, "`map` does not say where an entry's `name` stands; give an XPath, such as `name: title`.")
        }
        self.entries = try tree.path(entries)
        var fields: [(field: EntryField, path: MarkupPath)] = []
        for field in EntryField.allCases {
            if let path = settings.map[field.rawValue] { fields.append((field, try tree.path(path))) }
        }
        self.fields = fields
        var filters: [(path: MarkupPath, values: [String])] = []
        for (path, values) in settings.filters.sorted(by: { $0.key < $1.key }) {
            filters.append((try tree.path(path), values))
        }
        self.filters = filters
    }

    /// Hands all entries on.
    func collect(file: String, into collector: inout EntryCollector) throws(EtudeError) {
        let nodes = try tree.nodes(entries, from: tree.root)
        guard !nodes.isEmpty else {
            let hint = tree.prefixes.isEmpty ? "" : " Its prefixes are \(tree.prefixes.joined(separator: ", "))."
            throw EtudeError(
                .data,
                "The XPath `\(entries.expression)` finds nothing in the document.\(hint) Mend `entries`.",
                at: Place(file: file)
            )
        }
        for node in nodes {
            try take(node, &collector)
            try collector.refuseExcess(in: file)
        }
    }

    private func take(_ node: MarkupNode, _ collector: inout EntryCollector) throws(EtudeError) {
        for (path, values) in filters where !(try tree.texts(path, from: node)).contains(where: values.contains) {
            return collector.skip("another \(path.expression)", at: node.place)
        }
        var texts = EntryFields()
        for (field, path) in fields {
            for text in try tree.texts(path, from: node) { texts.add(text, to: field) }
        }
        guard let entry = texts.entry(at: node.place) else { return collector.skip("no name", at: node.place) }
        collector.take(entry)
    }
}
