import EtudeCore

/// Writes a document as block YAML that reads back as the same document.
enum YAMLWriter {
    /// The YAML text of a document whose top is an object.
    static func text(of value: JSONValue) -> String {
        var text = ""
        for member in value.members ?? [] { write(member, indent: 0, to: &text) }
        return text
    }

    private static func write(_ member: JSONMember, indent: Int, to text: inout String) {
        text += String(repeating: " ", count: indent) + scalar(.string(member.key)) + ":"
        switch member.value {
        case .object(let members) where !members.isEmpty:
            text += "\n"
            for inner in members { write(inner, indent: indent + 2, to: &text) }
        default:
            // Lists and everything below them stand in flow style, which is JSON.
            text += " " + flow(member.value) + "\n"
        }
    }

    private static func flow(_ value: JSONValue) -> String {
        switch value {
        case .array(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(scalar(.string($0.key))): \(flow($0.value))" }.joined(separator: ", ") + "}"
        default: scalar(value)
        }
    }

    /// A scalar; texts that could be taken for anything else are quoted as in JSON.
    private static func scalar(_ value: JSONValue) -> String {
        guard case .string(let text) = value, text.wholeMatch(of: /[a-z][a-z0-9_.-]*/) != nil,
            !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text)
        else { return value.canonicalText }
        return text
    }
}
