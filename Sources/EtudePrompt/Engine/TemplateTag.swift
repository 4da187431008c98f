/// A tag of a template.
struct TemplateTag: Sendable, Hashable {
    /// What it does.
    enum Kind: Sendable, Hashable {
        /// `{{name}}`
        case variable
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case end
        /// `{{! text }}`
        case comment
    }

    /// What it does.
    let kind: Kind
    /// The name, or the text of a comment.
    let name: Substring
    /// The line on which it begins.
    let line: Int

    /// Reads what stands between the braces; nil for a tag that is not known.
    init?(content: Substring, line: Int) {
        let kinds: [Character: Kind] = ["#": .section, "^": .inverted, "/": .end, "!": .comment]
        let sign = content.first.flatMap { kinds[$0] }
        kind = sign ?? .variable
        self.line = line
        let rest = sign == nil ? content : content.dropFirst()
        name = kind == .comment ? rest : Self.trimmed(rest)
        guard kind == .comment || Self.isName(name) else { return nil }
    }

    /// Whether a text can be a variable's name: lower-case letters, digits and underscores, a letter first.
    static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
        return text[..<end].drop(while: \.isWhitespace)
    }
}
