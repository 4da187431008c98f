import EtudeCore
import Yams

extension YAMLReader {
    /// Readers of a text whose top is a list of mappings.
    static func list(text: String, file: String, code: EtudeError.Code, firstLine: Int = 1) throws(EtudeError)
        -> [YAMLReader]
    {
        let lines = YAMLLines(file: file, first: firstLine)
        let top = try YAMLText.compose(text, lines, code: code)
        guard let sequence = top.sequence else {
            throw EtudeError(
                code,
                "A list of entries is expected here, each beginning with `- `.",
                at: lines.place(top.mark)
            )
        }
        var readers: [YAMLReader] = []
        for element in sequence { readers.append(try YAMLReader(element, lines, path: "", code: code)) }
        return readers
    }

    /// The texts of a key that holds a list; none where it is absent.
    mutating func texts(_ key: String) throws(EtudeError) -> [String] {
        try strings(key) ?? []
    }

    /// What was read of a key that must be there; to be asked after unknown keys are refused, since one of them may be meant.
    func required(_ text: String?, _ key: String) throws(EtudeError) -> String {
        guard let text else { throw failure(nil, "The entry has no `\(key)`; add it.") }
        return text
    }
}
