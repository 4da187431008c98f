import EtudeCore
import EtudeStore
import Foundation

/// A JSON Lines file that the user names, read at any place.
///
/// What cannot be read so, a gzip file or what is piped into the process, is copied into a temporary file first.
struct RowFile: Sendable {
    /// The file as sentences name it.
    let name: String
    private let file: RandomAccessFile

    /// Opens a file.
    ///
    /// - Parameter path: the file, gzipped if its name ends with `.gz`; `-` is standard input.
    /// - Throws: ``EtudeError`` with code `io`, or `data` for a damaged gzip file.
    init(_ path: String) throws(EtudeError) {
        name = path == "-" ? "standard input" : path
        let directory = FileManager.default.temporaryDirectory.path()
        if path == "-" {
            file = try RandomAccessFile(spooling: try StandardInput(), directory: directory)
        } else if path.utf8.suffix(3).elementsEqual(".gz".utf8) {
            let gzip = GzipReader(try RealFileSystem().open(path), path: path)
            file = try RandomAccessFile(spooling: gzip, directory: directory)
        } else {
            file = try RandomAccessFile(path: path, directory: directory)
        }
    }

    /// The bytes of a row that was found at a place before.
    ///
    /// - Throws: ``EtudeError`` with code `io`, also where the file has become shorter.
    func read(at offset: Int, count: Int) throws(EtudeError) -> [UInt8] {
        let bytes = try file.read(at: offset, count: count)
        guard bytes.count == count else {
            throw EtudeError(.io, "\(name) was changed while it was read. Call the command again.")
        }
        return bytes
    }

    /// The bytes at a place; fewer than asked for at the end of the file only.
    func chunk(at offset: Int, count: Int) throws(EtudeError) -> [UInt8] {
        try file.read(at: offset, count: count)
    }

    /// The members of a row that a scanner looks for.
    ///
    /// - Parameters:
    ///   - scanner: what looks for them.
    ///   - bytes: what holds the row.
    ///   - range: where it stands there.
    ///   - line: its line.
    /// - Returns: the value of each key; nil for a key that is missing.
    /// - Throws: ``EtudeError`` with code `data` for a line that is no JSON object.
    func members(
        _ scanner: JSONScanner,
        in bytes: [UInt8],
        _ range: Range<Int>,
        line: Int
    ) throws(EtudeError) -> [JSONScanner.Value?] {
        let members: [JSONScanner.Value?]?
        do {
            members = try scanner.members(in: bytes, range)
        } catch {
            throw notJSON(error, line: line)
        }
        guard let members else { throw noObject(line: line) }
        return members
    }

    /// An error about a line that is not JSON.
    func notJSON(_ error: JSONError, line: Int) -> EtudeError {
        failure("The line is \(error). Mend the line, or remove it.", line: line)
    }

    /// An error about a line that is JSON but no object.
    func noObject(line: Int) -> EtudeError {
        failure("The line is no JSON object. Write one object in each line.", line: line)
    }

    /// An error about a line.
    func failure(_ message: String, line: Int) -> EtudeError {
        EtudeError(.data, message, at: Place(file: name, line: line))
    }
}
