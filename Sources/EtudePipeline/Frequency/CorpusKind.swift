/// How documents stand in a file of a corpus.
enum CorpusKind: Sendable {
    /// A JSON object in each line, with the document in a field.
    case rows
    /// A document in each line.
    case lines
    /// One document.
    case whole

    /// The kind of a file, by its name without `.gz`.
    ///
    /// - Parameters:
    ///   - path: the file; `-` is standard input.
    ///   - hasLines: whether text has a document in each line.
    init(of path: String, hasLines: Bool) {
        let name = path.hasSuffix(".gz") ? path.dropLast(3) : path[...]
        if [".jsonl", ".ndjson", ".json"].contains(where: name.hasSuffix) {
            self = .rows
        } else if hasLines {
            self = .lines
        } else {
            self = path == "-" ? .rows : .whole
        }
    }
}
