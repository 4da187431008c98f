public import EtudeCore
public import EtudeStore

/// Reads the entries of a glossary in HTML.
public struct HTMLGlossaryReader: EntryReader {
    private let settings: SourceSettings

    /// A reader with its settings.
    public init(_ settings: SourceSettings) { self.settings = settings }

    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        throw EtudeError(.fault, "Sources of this kind cannot be read yet.", at: Place(file: file))
    }
}
