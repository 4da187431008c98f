internal import EtudeCore

extension YAMLReader {
    /// Readers of a text whose top is a list of mappings.
    static func list(text: String, file: String, code: EtudeError.Code) throws(EtudeError) -> [YAMLReader] {
        let top = try YAMLText.compose(text, file: file, code: code)
        guard let sequence = top.sequence else {
            throw EtudeError(
                code,
                "A list of entries is expected here, each beginning with `- `.",
                at: Place(file: file, line: top.mark?.line)
            )
        }
        var readers: [YAMLReader] = []
        for element in sequence { readers.append(try YAMLReader(element, file: file, path: "", code: code)) }
        return readers
    }

    /// The text of a key that must be there.
    mutating func required(_ key: String) throws(EtudeError) -> String {
        guard let text = try string(key) else { throw failure(nil, "The entry has no `\(key)`; add it.") }
        return text
    }
}
