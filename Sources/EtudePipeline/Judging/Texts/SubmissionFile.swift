import EtudeCore
import EtudeStore
import Glibc

/// A file of JSON Lines that is read whole before anything is done with it.
struct SubmissionFile {
    private let path: String

    /// A file, gzipped if its name ends with `.gz`; `-` is standard input.
    init(_ path: String) {
        self.path = path
    }

    /// Checks every line and keeps a copy on disk, since a pipe is read but once and a file may change.
    ///
    /// - Parameter check: looks at a line; errors without a place get that of the line.
    /// - Returns: the lines, empty ones as they stand, so that numbers stay what they were.
    /// - Throws: ``EtudeError`` with code `usage` for a file that is missing, `io` where reading fails, and what `check` throws.
    func spooled(_ check: (Line) throws(EtudeError) -> Void) throws(EtudeError) -> SpoolFile {
        let name = path == "-" ? "standard input" : path
        if path != "-", try !RealFileSystem().exists(path) {
            throw EtudeError(.usage, "There is no file \(path).")
        }
        var lines = path == "-" ? LineReader(try StandardInput(), path: name) : try LineReader(path: path)
        let spool = try SpoolFile(directory: Self.temporaryDirectory)
        while let line = try lines.next() {
            if !line.isBlank {
                do {
                    try check(line)
                } catch {
                    throw EtudeError(error.code, error.message, at: error.place ?? Place(file: name, line: line.number))
                }
            }
            try spool.append(Array(line.text.utf8) + [UInt8(ascii: "\n")])
        }
        return spool
    }

    private static var temporaryDirectory: String {
        unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    }
}

extension Line {
    /// Whether nothing but blanks stands on it.
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

extension LineReader {
    /// The next line that is not blank; nil after the last.
    mutating func nextSubmission() throws(EtudeError) -> Line? {
        while let line = try next() {
            if !line.isBlank { return line }
        }
        return nil
    }
}
