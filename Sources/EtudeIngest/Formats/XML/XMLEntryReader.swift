public import EtudeCore
import EtudeMarkup
public import EtudeStore

/// Reads the entries of an XML document of any shape, by XPath 1.0.
///
/// `entries` selects the elements of the entries, and `map` says where each field stands relative to them; several nodes
/// make a list, or of a definition one text. Prefixes are those that the document declares; names in the default namespace
/// of its root take the prefix `default`. A filter is an XPath too, relative to the entry. The document may have 64 MiB.
public struct XMLEntryReader: EntryReader {
    private let settings: SourceSettings

    /// A reader with the XPaths of the entries and their fields.
    public init(_ settings: SourceSettings) { self.settings = settings }

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        guard let entries = settings.entries else {
            throw EtudeError(.config, "`entries` does not say where the entries of the XML stand; give an XPath, such as `//term`.")
        }
        let tree = try MarkupTree.read(text, .xml, file: file)
        try PathMap(tree, entries: entries, settings).collect(file: file, into: &collector)
    }
}
