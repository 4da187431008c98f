public import EtudeCore

/// Writes YAML that reads back as the same document.
public enum YAMLWriter: Sendable {
    /// Words that some readers take for a truth value or for nothing.
    private static let reserved: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

    /// The block YAML of a document whose top is an object.
    public static func text(of value: JSONValue) -> String {
        var text = ""
        for member in value.members ?? [] { write(member, indent: 0, to: &text) }
        return text
    }

    /// A text as a scalar; what could be taken for anything but a text is quoted as in JSON.
    ///
    /// Byte order marks at its beginning, which readers take for no part of a text, are left out.
    public static func scalar(_ text: String) -> String {
        isPlain(text) && !reserved.contains(text) ? text : quoted(text)
    }

    /// Texts as a list in one line.
    public static func list(_ texts: [String]) -> String {
        "[" + texts.map(scalar).joined(separator: ", ") + "]"
    }

    private static func write(_ member: JSONMember, indent: Int, to text: inout String) {
        text += String(repeating: " ", count: indent) + scalar(member.key) + ":"
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
            "{" + members.map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        case .string(let text): scalar(text)
        default: value.canonicalText
        }
    }

    /// Whether a text is a lowercase letter and then lowercase letters, digits, `_`, `.` and `-`.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
    }

    /// The text in double quotes: as JSON, and with the three scalars escaped that YAML does not take as they are.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(0xEF) else { return JSONValue.string(text).canonicalText }
        let unmarked = String(String.UnicodeScalarView(text.unicodeScalars.drop { $0 == "\u{FEFF}" }))
        var escaped = ""
        for scalar in JSONValue.string(unmarked).canonicalText.unicodeScalars {
            switch scalar.value {
            case 0xFEFF, 0xFFFE, 0xFFFF: escaped += "\\u\(String(scalar.value, radix: 16))"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
