import EtudeCore

/// A piece of a template: fixed text, or a tag.
enum TemplateToken: Sendable, Hashable {
    /// Fixed text.
    case text(Substring)
    /// A tag.
    case tag(TemplateTag)
}

/// Cuts a template into fixed text and tags, and drops the lines that only sections and comments stand on.
struct TemplateTokenizer {
    private let source: String
    private let file: String
    private var cursor: String.Index
    private var counted: String.Index
    private var line = 1

    /// A tokenizer of a text whose lines end in a line feed.
    init(source: String, file: String) {
        self.source = source
        self.file = file
        cursor = source.startIndex
        counted = source.startIndex
    }

    /// All tokens.
    mutating func tokens() throws(EtudeError) -> [TemplateToken] {
        var tokens: [TemplateToken] = []
        while let open = source[cursor...].firstRange(of: "{{") {
            let line = lineNumber(at: open.lowerBound)
            guard let close = source[open.upperBound...].firstRange(of: "}}") else {
                throw EtudeError(
                    .data,
                    "A tag is opened and not closed; write }} after it.",
                    at: Place(file: file, line: line)
                )
            }
            let content = source[open.upperBound..<close.lowerBound]
            guard let tag = TemplateTag(content: content, line: line) else {
                throw EtudeError(
                    .data,
                    "The tag {{\(content)}} is not known; known are {{name}}, {{#name}}, {{^name}}, {{/name}} and "
                        + "{{! comment }}.",
                    at: Place(file: file, line: line)
                )
            }
            let extent = tag.kind == .variable ? nil : wholeLines(around: open.lowerBound..<close.upperBound)
            let removed = extent ?? open.lowerBound..<close.upperBound
            tokens.append(.text(source[cursor..<removed.lowerBound]))
            tokens.append(.tag(tag))
            cursor = removed.upperBound
        }
        tokens.append(.text(source[cursor...]))
        return tokens.filter { $0 != .text("") }
    }

    /// The lines of a tag that stands alone on them, the last line's end included; nil for one with company.
    private func wholeLines(around tag: Range<String.Index>) -> Range<String.Index>? {
        let before = source[..<tag.lowerBound]
        let start = before.lastIndex(of: "\n").map { source.index(after: $0) } ?? source.startIndex
        let after = source[tag.upperBound...]
        let newline = after.firstIndex(of: "\n")
        guard before[start...].allSatisfy(\.isWhitespace),
            after[..<(newline ?? source.endIndex)].allSatisfy(\.isWhitespace)
        else { return nil }
        return start..<(newline.map { source.index(after: $0) } ?? source.endIndex)
    }

    private mutating func lineNumber(at index: String.Index) -> Int {
        line += source[counted..<index].count { $0 == "\n" }
        counted = index
        return line
    }
}
