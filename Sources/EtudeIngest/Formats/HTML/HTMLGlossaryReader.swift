public import EtudeCore
import EtudeMarkup
public import EtudeStore

/// Reads the entries of a glossary in HTML.
///
/// `entries` names one of the shapes that glossaries have (`dl`, `table`, `headings`), or is an XPath 1.0 beside a `map` of
/// XPaths. Without it the shapes are tried in that order, and the first of which the page has any is read. The page may
/// have 64 MiB.
public struct HTMLGlossaryReader: EntryReader {
    private let settings: SourceSettings

    /// A reader with a shape or XPaths.
    public init(_ settings: SourceSettings) { self.settings = settings }

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        let tree = try MarkupTree.read(text, .html, file: file)
        guard let entries = settings.entries else { return try guess(tree, file, &collector) }
        guard let shape = HTMLShape(rawValue: entries) else {
            return try PathMap(tree, entries: entries, settings).collect(file: file, into: &collector)
        }
        guard try collect(shape, tree, &collector) else {
            throw EtudeError(
                .data,
                "The page has no glossary of the shape `\(entries)`; \(mend)",
                at: Place(file: file)
            )
        }
    }

    private var mend: String {
        "mend `entries`: `dl`, `table`, `headings`, or an XPath with a `map` of XPaths."
    }

    private func guess(
        _ tree: MarkupTree,
        _ file: String,
        _ collector: inout EntryCollector
    ) throws(EtudeError) {
        // A map names columns, which only tables have.
        for shape in settings.map.isEmpty && settings.filters.isEmpty ? HTMLShape.allCases : [.table] {
            var found = collector
            guard try collect(shape, tree, &found), found.entries.count > collector.entries.count else { continue }
            collector = found
            return
        }
        throw EtudeError(.data, "The page has no glossary of a known shape; \(mend)", at: Place(file: file))
    }

    private func collect(
        _ shape: HTMLShape,
        _ tree: MarkupTree,
        _ collector: inout EntryCollector
    ) throws(EtudeError) -> Bool {
        guard shape == .table || (settings.map.isEmpty && settings.filters.isEmpty) else {
            throw EtudeError(
                .config,
                "`map` and `where` mean nothing for the shape `\(shape.rawValue)`; leave them out."
            )
        }
        switch shape {
        case .dl: return try HTMLDefinitionLists.collect(tree, into: &collector)
        case .table: return try HTMLTables(tree, settings).collect(into: &collector)
        case .headings: return try HTMLHeadings.collect(tree, into: &collector)
        }
    }
}
