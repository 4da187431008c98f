public import EtudeCore
public import EtudeStore

/// Reads plain text: every line is a name, and blank lines are none.
public struct ListReader: EntryReader {
    /// A reader; no setting matters to it.
    public init(_ settings: SourceSettings) {}

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        var lines = NameLines(text, file: file)
        while let (line, number) = try lines.next() {
            collector.take(CatalogEntry(name: line, place: Place(file: file, line: number)))
            try collector.refuseExcess(in: file)
        }
    }
}
