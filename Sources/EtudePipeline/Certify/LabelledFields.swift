import EtudeCore
import EtudeCurate

/// Reads rows with labels out of lines of any JSON Lines file.
///
/// Skills are a list of texts, or one text. A text is a string, or a list of strings or of messages with `content`. What a trainer
/// could read is every string of the row, however deep, but those of the fields that label it.
public struct LabelledFields: Sendable {
    /// The field with the skills.
    public var skills: String
    /// The field with the text; nil where texts are not compared.
    public var text: String?
    /// The field with the topic; nil where rows have none.
    public var topic: String?
    /// The field with the id; nil for the line's number.
    public var id: String?
    /// Further fields that no trainer reads.
    public var unread: [String]

    /// The fields of both files.
    public init(skills: String, text: String?, topic: String?, id: String?, unread: [String] = []) {
        self.skills = skills
        self.text = text
        self.topic = topic
        self.id = id
        self.unread = unread
    }

    /// Reads the row in some bytes.
    ///
    /// - Parameters:
    ///   - bytes: one JSON object.
    ///   - line: its line in the file.
    ///   - file: the file, for errors.
    /// - Returns: the row.
    /// - Throws: ``EtudeError`` with code `data` for a line that is no object or lacks a field of the right type.
    func row(_ bytes: [UInt8], line: Int, of file: RowFile) throws(EtudeError) -> LabelledRow {
        let json: JSONValue
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            throw file.notJSON(error, line: line)
        }
        guard let members = json.members else {
            throw file.noObject(line: line)
        }
        func value<Result>(_ field: String, _ what: String, _ option: String, _ read: (JSONValue) -> Result?)
            throws(EtudeError) -> Result
        {
            guard let result = json[field].flatMap(read) else {
                let message = "The field \"\(field)\" is missing or no \(what). Name the right field with \(option)."
                throw file.failure(message, line: line)
            }
            return result
        }
        let skip = Set([skills, topic, id].compactMap(\.self) + unread)
        var strings: [String] = []
        for member in members where !skip.contains(member.key) { Self.collect(member.value, into: &strings) }
        var seen: Set<String> = []
        return LabelledRow(
            id: try id.map { id throws(EtudeError) in try value(id, "text or number", "--id", Self.name) }
                ?? "line \(line)",
            skills: try value(skills, "text or list of texts", "--skills-field", Self.labels),
            topic: try topic.map { topic throws(EtudeError) in try value(topic, "text", "--topic", \.string) },
            text: try text.map { text throws(EtudeError) in try value(text, "text", "--text", Self.text) },
            strings: strings.filter { !$0.isEmpty && seen.insert($0).inserted }
        )
    }

    private static func name(_ value: JSONValue) -> String? {
        value.string ?? value.int.map(String.init)
    }

    private static func labels(_ value: JSONValue) -> [String]? {
        if let label = value.string { return [label] }
        guard let labels = value.array?.map(\.string), !labels.contains(nil) else { return nil }
        return labels.compactMap(\.self)
    }

    private static func text(_ value: JSONValue) -> String? {
        if let text = value.string { return text }
        guard let parts = value.array?.map({ $0.string ?? $0["content"]?.string }), !parts.contains(nil) else {
            return nil
        }
        return parts.compactMap(\.self).joined(separator: "\n")
    }

    private static func collect(_ value: JSONValue, into strings: inout [String]) {
        if let string = value.string { strings.append(string) }
        for element in value.array ?? [] { collect(element, into: &strings) }
        for member in value.members ?? [] { collect(member.value, into: &strings) }
    }
}
