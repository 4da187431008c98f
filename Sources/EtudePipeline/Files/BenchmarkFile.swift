import EtudeCore
import EtudeCurate
import EtudeStore

/// Reads the items of a benchmark from a file that the user names, gzipped if its name ends with `.gz`.
///
/// A file of JSON Lines (`.jsonl`, `.ndjson` or `.json`) holds an item in each line, whose texts are those of one field, or
/// all; keys are none. In any other file an item is a paragraph: lines without a blank one between them.
struct BenchmarkFile {
    private let path: String
    private let field: String?

    /// A file, and the field of JSON Lines that counts.
    init(_ path: String, field: String?) {
        self.path = path
        self.field = field
    }

    /// Adds the items.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a line that is no JSON object or lacks the field, and for a file without
    ///   items; `io` where it cannot be read.
    func add(to texts: inout BenchmarkTexts) throws(EtudeError) {
        texts.begin(path)
        let before = texts.items.count
        var lines = try LineReader(path: path)
        if isJSONLines { try addRecords(&lines, to: &texts) } else { try addParagraphs(&lines, to: &texts) }
        guard texts.items.count > before else {
            let message =
                "It holds no item of at least \(OverlapSettings.leastWords) words. Check the file and its ending."
            throw EtudeError(.data, message, at: Place(file: path))
        }
    }

    private var isJSONLines: Bool {
        let name = path.hasSuffix(".gz") ? path.dropLast(3) : path[...]
        return [".jsonl", ".ndjson", ".json"].contains { name.hasSuffix($0) }
    }

    private func addRecords(_ lines: inout LineReader, to texts: inout BenchmarkTexts) throws(EtudeError) {
        while let line = try lines.next() {
            guard line.text.contains(where: { !$0.isWhitespace }) else { continue }
            let record: JSONValue
            do {
                record = try JSONParser.parse(line.text)
            } catch {
                throw failure("The line is \(error). A benchmark of paragraphs is named .txt.", line.number)
            }
            guard record.members != nil else { throw failure("The line is no JSON object.", line.number) }
            guard let field else {
                texts.add(line.number, Self.texts(in: record))
                continue
            }
            guard let value = record[field] else {
                throw failure(
                    "The field \"\(field)\" is missing. Name the right one with --against-field.",
                    line.number
                )
            }
            texts.add(line.number, Self.texts(in: value))
        }
    }

    private func addParagraphs(_ lines: inout LineReader, to texts: inout BenchmarkTexts) throws(EtudeError) {
        var number = 0
        var paragraph = ""
        func finish(_ texts: inout BenchmarkTexts) {
            guard !paragraph.isEmpty else { return }
            number += 1
            texts.add(number, [paragraph])
            paragraph = ""
        }
        while let line = try lines.next() {
            if line.text.contains(where: { !$0.isWhitespace }) {
                paragraph += line.text + "\n"
            } else {
                finish(&texts)
            }
        }
        finish(&texts)
    }

    /// All texts in a value, in their order.
    private static func texts(in value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(texts)
        case .object(let members): members.flatMap { texts(in: $0.value) }
        default: []
        }
    }

    private func failure(_ message: String, _ line: Int) -> EtudeError {
        EtudeError(.data, message, at: Place(file: path, line: line))
    }
}
