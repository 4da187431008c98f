import EtudeCore
import EtudeStore

/// Counts the names in the documents of a chunk.
struct ChunkCounter: Sendable {
    /// What a chunk came to.
    struct Outcome: Sendable {
        /// How many lines it has.
        var lines = 0
        /// What is wrong with a line of it, from 1.
        var failure: (line: Int, message: String)?
    }

    /// Whose names are counted.
    let entries: NamedEntries
    /// The field of rows that holds the document.
    let field: String
    /// How many bytes a document, or its line, may have.
    let maximumBytes: Int

    /// Counts the documents of a chunk up to the first line that is wrong.
    func count(_ chunk: CorpusChunk, into tally: inout FrequencyTally) -> Outcome {
        let bytes = chunk.bytes
        let first = chunk.head.isFirst && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let kind = chunk.head.file.kind
        return kind == .whole ? countWhole(bytes, from: first, &tally) : countLines(bytes, from: first, kind, &tally)
    }

    private func countLines(
        _ bytes: [UInt8],
        from first: Int,
        _ kind: CorpusKind,
        _ tally: inout FrequencyTally
    ) -> Outcome {
        let scanner = JSONScanner(keys: [field])
        var outcome = Outcome()
        var start = first
        while start < bytes.count {
            let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
            outcome.lines += 1
            do throws(DocumentError) {
                try count(bytes, start..<end, kind, scanner, &tally)
            } catch {
                outcome.failure = (outcome.lines, error.message)
                return outcome
            }
            start = end + 1
        }
        return outcome
    }

    private func count(
        _ bytes: [UInt8],
        _ line: Range<Int>,
        _ kind: CorpusKind,
        _ scanner: JSONScanner,
        _ tally: inout FrequencyTally
    ) throws(DocumentError) {
        guard line.count <= maximumBytes else { throw DocumentError("The line is longer than \(maximumBytes) bytes.") }
        guard !Self.isBlank(bytes, line) else { return }
        guard kind == .rows else {
            guard bytes.span.extracting(line).isUTF8 else { throw .notUTF8 }
            tally.beginDocument()
            return tally.add(bytes.span, line, entries)
        }
        let text = try document(bytes, line, scanner)
        tally.beginDocument()
        guard text.hasEscapes else { return tally.add(bytes.span, text.range, entries) }
        add(bytes, text.range, &tally)
    }

    /// Counts the names in a text of JSON with escapes.
    ///
    /// Of these all but the ones with numbers stand for signs that part words, so that what is between them is read as it
    /// stands.
    private func add(_ bytes: [UInt8], _ range: Range<Int>, _ tally: inout FrequencyTally) {
        let text = bytes.span.extracting(..<range.upperBound)
        var escapes: [Int] = []
        var start = range.lowerBound
        while let escape = text.firstIndex(of: UInt8(ascii: "\\"), from: start) {
            guard bytes[escape + 1] != UInt8(ascii: "u") else {
                let plain = JSONText.plain(range, of: bytes)
                return tally.add(plain.span, plain.indices, entries)
            }
            escapes.append(escape)
            start = escape + 2
        }
        start = range.lowerBound
        for escape in escapes {
            tally.add(bytes.span, start..<escape, entries)
            start = escape + 2
        }
        tally.add(bytes.span, start..<range.upperBound, entries)
    }

    /// Where the document of a row stands.
    private func document(
        _ bytes: [UInt8],
        _ line: Range<Int>,
        _ scanner: JSONScanner
    ) throws(DocumentError) -> JSONScanner.Value {
        let members: [JSONScanner.Value?]?
        do {
            members = try scanner.members(in: bytes, line)
        } catch {
            throw DocumentError("The line is \(error). Mend the line, or remove it.")
        }
        guard let members else { throw DocumentError("The line is no JSON object. Write one object in each line.") }
        guard let text = members[0] else {
            throw DocumentError("The field \"\(field)\" is missing. Name the right field with --field.")
        }
        guard text.kind == .string else {
            throw DocumentError("The field \"\(field)\" holds no text. Name the right field with --field.")
        }
        return text
    }

    private func countWhole(_ bytes: [UInt8], from first: Int, _ tally: inout FrequencyTally) -> Outcome {
        guard bytes.count <= maximumBytes else {
            let message =
                "The document is longer than \(maximumBytes) bytes. Give --lines where each line is a document."
            return Outcome(failure: (1, message))
        }
        guard bytes.span.isUTF8 else {
            var line = 1
            var start = 0
            while let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: start),
                bytes.span.extracting(start..<end).isUTF8
            {
                line += 1
                start = end + 1
            }
            return Outcome(failure: (line, DocumentError.notUTF8.message))
        }
        if !Self.isBlank(bytes, first..<bytes.count) {
            tally.beginDocument()
            tally.add(bytes.span, first..<bytes.count, entries)
        }
        return Outcome()
    }

    private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        for index in range {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: return false
            }
        }
        return true
    }
}

/// What is wrong with a document.
private struct DocumentError: Error {
    static let notUTF8 = DocumentError("The line is not valid UTF-8. Convert the file to UTF-8.")

    let message: String

    init(_ message: String) {
        self.message = message
    }
}
