import EtudeCore
import EtudeStore

/// A sample of the rows of a JSON Lines file, drawn in one pass (Vitter's algorithm R) and kept in the file's order.
struct SeedRows: Sendable, Hashable {
    /// The most characters of a row that are looked at.
    static let longestText = 4_000

    /// The texts.
    private(set) var texts: [String] = []
    /// Rows whose text is empty.
    private(set) var empty = 0

    /// Reads a file and draws.
    ///
    /// - Parameters:
    ///   - path: the file, gzipped if its name ends with `.gz`.
    ///   - field: the field with the text.
    ///   - limit: the most rows.
    ///   - seed: what the draw follows from.
    /// - Throws: ``EtudeError`` with code `data` for a line without such a text, `io` where reading fails.
    init(_ path: String, field: String, atMost limit: Int, seed: Seed) throws(EtudeError) {
        var generator = SeededGenerator(seed: seed)
        var kept: [(line: Int, text: String)] = []
        var seen = 0
        var reader = try LineReader(path: path)
        while let line = try reader.next() {
            guard !line.text.allSatisfy(\.isWhitespace) else { continue }
            let text = try Self.text(of: line, field: field, path: path)
            guard !text.allSatisfy(\.isWhitespace) else {
                empty += 1
                continue
            }
            seen += 1
            guard kept.count == limit else {
                kept.append((line.number, text))
                continue
            }
            let place = generator.below(seen)
            if place < limit { kept[place] = (line.number, text) }
        }
        texts = kept.sorted { $0.line < $1.line }.map(\.text)
    }

    private static func text(of line: Line, field: String, path: String) throws(EtudeError) -> String {
        let place = Place(file: path, line: line.number)
        do {
            guard let text = try JSONParser.parse(line.text)[field]?.string else {
                throw EtudeError(
                    .data,
                    "The line has no text in the field \"\(field)\"; name the right one as extract.dataset.field.",
                    at: place
                )
            }
            return text.count <= longestText ? text : text.prefix(longestText) + " […]"
        } catch let error as JSONError {
            throw EtudeError(.data, "The line is \(error). Mend the line, or remove it.", at: place)
        } catch let error as EtudeError {
            throw error
        } catch {
            throw EtudeError(.fault, "\(error)", at: place)
        }
    }
}
