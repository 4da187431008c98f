import EtudeCore
import EtudeMarkup

/// Reads the definition lists of a page.
///
/// Several terms before a definition are names of one thing, the first its name and the others its aliases; several
/// definitions are one text. A list within another is a part of the definition where it stands.
struct HTMLDefinitionLists {
    private var names: [MarkupNode] = []
    private var definitions: [MarkupNode] = []

    /// Hands on the entries of all lists.
    ///
    /// - Returns: whether the page has any list.
    static func collect(_ tree: MarkupTree, into collector: inout EntryCollector) throws(EtudeError) -> Bool {
        let lists = try tree.nodes(try tree.path("//dl[not(ancestor::dl)]"), from: tree.root)
        for list in lists {
            var group = HTMLDefinitionLists()
            for element in list.children {
                // A list's groups may each stand in a division.
                for part in element.name == "div" ? element.children : [element] { try group.add(part, &collector) }
                if element.name == "div" { try group.close(&collector) }
            }
            try group.close(&collector)
        }
        return !lists.isEmpty
    }

    private mutating func add(_ element: MarkupNode, _ collector: inout EntryCollector) throws(EtudeError) {
        switch element.name {
        case "dt":
            if !definitions.isEmpty { try close(&collector) }
            names.append(element)
        case "dd": definitions.append(element)
        default: break
        }
    }

    /// Makes an entry of the terms and definitions that were gathered.
    private mutating func close(_ collector: inout EntryCollector) throws(EtudeError) {
        defer { self = HTMLDefinitionLists() }
        guard let first = names.first ?? definitions.first else { return }
        var fields = EntryFields()
        for name in names { fields.add(try name.text, to: .name) }
        for definition in definitions { fields.add(try definition.text, to: .definition) }
        guard let entry = fields.entry(at: first.place) else { return collector.skip("no name", at: first.place) }
        collector.take(entry)
    }
}
