public import EtudeCore
public import EtudeStore

/// Reads the skill lists of Instruct-SkillMix (arXiv 2408.14774): one name in snake_case a line, without a definition.
///
/// Numbers, bullets and marks around a name are taken off. A line that holds anything but a name, such as a heading, is
/// skipped.
public struct InstructSkillMixReader: EntryReader {
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
            let place = Place(file: file, line: number)
            guard let name = SnakeCaseName(line)?.name else {
                collector.skip("the line is no name in snake_case", at: place)
                continue
            }
            collector.take(CatalogEntry(name: name, place: place))
            try collector.refuseExcess(in: file)
        }
    }
}
