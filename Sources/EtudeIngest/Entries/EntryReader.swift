public import EtudeCore
public import EtudeStore

/// Reads the entries of one kind of file.
public protocol EntryReader: Sendable {
    /// Reads a file to its end.
    ///
    /// - Parameters:
    ///   - text: the file in UTF-8, valid and without a byte order mark, whatever it was stored in.
    ///   - file: its name, for places and errors.
    ///   - collector: what takes the entries.
    /// - Throws: ``EtudeError`` with code `data` for bad content, with its line; `io` where reading fails.
    func read(_ text: any ByteReader, file: String, into collector: inout EntryCollector) throws(EtudeError)
}
