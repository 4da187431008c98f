import EtudeCore
import EtudeMarkup

/// Reads the headings of a page, from the second level to the fourth, each with the paragraphs that follow it.
///
/// A heading without a paragraph, such as that of a part of the page, is skipped.
enum HTMLHeadings {
    /// Hands on the entries of all headings.
    ///
    /// - Returns: whether any heading has a paragraph.
    static func collect(_ tree: MarkupTree, into collector: inout EntryCollector) throws(EtudeError) -> Bool {
        let path = try tree.path("//h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //p[not(ancestor::p)]")
        var heading: MarkupNode?
        var fields = EntryFields()
        var isFound = false
        func close() {
            guard let heading else { return }
            guard !fields[.definition].isEmpty else { return collector.skip("no paragraph", at: heading.place) }
            guard let entry = fields.entry(at: heading.place) else {
                return collector.skip("no name", at: heading.place)
            }
            isFound = true
            collector.take(entry)
        }
        for node in try tree.nodes(path, from: tree.root) {
            guard node.name != "p" else {
                if heading != nil { fields.add(try node.text, to: .definition) }
                continue
            }
            close()
            fields = EntryFields()
            heading = ["h2", "h3", "h4"].contains(node.name) ? node : nil
            if heading != nil { fields.add(try node.text, to: .name) }
        }
        close()
        return isFound
    }
}
