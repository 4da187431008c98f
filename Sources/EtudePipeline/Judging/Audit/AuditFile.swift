import EtudeCore
import EtudeStore

/// A file of audited rows that a person has labelled.
struct AuditFile: Sendable {
    /// The release that the rows are of.
    let release: AuditedRelease
    /// Of the rows that are labelled, those that were rightly accepted.
    let right: BinomialSample
    /// The rows that are not labelled, or not in all their marks.
    let unlabelled: Int

    /// Reads a file; a row that stands there twice counts once.
    ///
    /// - Parameter path: the file, gzipped if its name ends with `.gz`.
    /// - Throws: ``EtudeError`` with code `config` for a file that is missing; `data`, with the line, for one that holds no
    ///   audited row, rows of two releases, or a row with two labels that contradict each other.
    init(_ path: String) throws(EtudeError) {
        guard try RealFileSystem().exists(path) else {
            throw EtudeError(.config, "The audit \(path) is missing; `etude judge audit` draws one.")
        }
        var lines = try LineReader(path: path)
        var release: AuditedRelease?
        var rows: [String: (line: Int, isRight: Bool?)] = [:]
        while let line = try lines.nextSubmission() {
            let place = Place(file: path, line: line.number)
            let row = try Self.row(line.text, at: place)
            guard release == nil || release == row.release else {
                throw EtudeError(
                    .data,
                    "The row is of another release than those before it; audit each by itself.",
                    at: place
                )
            }
            release = row.release
            if let known = rows[row.id], let before = known.isRight {
                guard row.isRight == nil || row.isRight == before else {
                    throw EtudeError(
                        .data,
                        "The row \(row.id) is labelled otherwise at line \(known.line); settle which is right.",
                        at: place
                    )
                }
            } else {
                rows[row.id] = (line.number, row.isRight)
            }
        }
        guard let release else { throw EtudeError(.data, "The audit holds no row.", at: Place(file: path)) }
        self.release = release
        let labels = rows.values.compactMap(\.isRight)
        right = BinomialSample(successes: labels.count { $0 }, trials: labels.count)
        unlabelled = rows.count - labels.count
    }

    private static func row(_ text: String, at place: Place) throws(EtudeError) -> AuditedRow {
        do {
            return try AuditedRow(json: try JSONParser.parse(text))
        } catch let error as EtudeError {
            throw EtudeError(.data, error.message, at: place)
        } catch {
            throw EtudeError(.data, "The line is \(error).", at: place)
        }
    }
}
