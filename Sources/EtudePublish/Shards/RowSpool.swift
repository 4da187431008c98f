public import EtudeCore
public import EtudeStore

/// Decided rows or rejected drafts of one cell, kept on disk in their order until their number is known.
public final class RowSpool {
    /// How many there are.
    public private(set) var count = 0
    private let file: SpoolFile
    private var writer = JSONWriter()

    /// An empty spool.
    ///
    /// - Parameter directory: the folder whose file system holds the bytes; no name remains there.
    /// - Throws: ``EtudeError`` with code `io`.
    public init(directory: String) throws(EtudeError) {
        file = try SpoolFile(directory: directory)
    }

    /// Adds a row.
    ///
    /// - Throws: ``EtudeError`` with code `io`; the spool must then be given up.
    public func append(_ row: Row) throws(EtudeError) {
        row.write(to: &writer)
        try endLine()
    }

    /// Adds a rejected draft.
    ///
    /// - Throws: ``EtudeError`` with code `io`; the spool must then be given up.
    public func append(_ record: RejectedRecord) throws(EtudeError) {
        record.write(to: &writer)
        try endLine()
    }

    /// Adds a line of canonical JSON as it is.
    ///
    /// - Throws: ``EtudeError`` with code `io`; the spool must then be given up.
    public func append(line: [UInt8]) throws(EtudeError) {
        try file.append(line + [UInt8(ascii: "\n")])
        count += 1
    }

    /// What was added, each in canonical JSON on a line of its own.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func lines() throws(EtudeError) -> LineReader {
        try file.lines()
    }

    private func endLine() throws(EtudeError) {
        writer.endLine()
        try file.append(writer.bytes)
        writer.reset()
        count += 1
    }
}

@available(*, unavailable)
extension RowSpool: Sendable {}
