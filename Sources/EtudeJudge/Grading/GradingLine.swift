/// A line of a judge's remarks, taken apart.
struct GradingLine {
    /// What a line begins with, the outermost first.
    private enum Start: Int {
        case heading, number, bullet, none
    }

    /// Whether the line opens with a list mark, a heading mark or bold words.
    let isMarked: Bool
    /// How deep the line stands: by indentation, then headings and bold before numbers before bullets.
    let depth: Int
    /// What may name a criterion: bold words, what stands before a colon, or the whole; empty for a line of points alone.
    let label: String
    /// Whether the label ends in a colon or is bold.
    let isLabelled: Bool
    /// What follows the label, up to the first points.
    let remark: String
    /// The statements of points, such as "Point earned: 1", in order.
    let points: [PointStatement]

    /// Takes a line apart.
    init(_ line: Substring) {
        let indentation = line.prefix { $0 == " " || $0 == "\t" || $0 == ">" }
        let (start, content) = Self.start(line[indentation.endIndex...])
        let bold = Self.bold(content)
        let text = Self.plain(content)
        points = PointStatement.all(in: text)
        let head = points.first.map { text[..<$0.range.lowerBound] } ?? text[...]
        isMarked = start != .none || bold != nil
        depth = indentation.count * 4 + (start == .none ? Start.heading : start).rawValue
        let colon = head.firstIndex { $0 == ":" || $0 == "：" }
        if let bold, points.isEmpty || head.contains(where: \.isLetter) {
            label = bold.label
            isLabelled = true
            remark = String(head.dropFirst(bold.length).drop { $0.isWhitespace || $0 == ":" || $0 == "：" })
        } else {
            label = String(head[..<(colon ?? head.endIndex)])
            isLabelled = colon != nil
            remark = colon.map { String(head[head.index(after: $0)...]) } ?? ""
        }
    }

    /// A text without the signs of emphasis and code.
    static func plain(_ text: Substring) -> String {
        String(text.filter { $0 != "*" && $0 != "`" }.map { $0 == "_" ? " " : $0 })
    }

    /// What the line begins with, and the rest.
    private static func start(_ line: Substring) -> (Start, Substring) {
        let number = withoutNumber(line)
        if number.startIndex != line.startIndex { return (.number, number) }
        guard let first = line.first, "#-•*+".contains(first) else { return (.none, line) }
        let rest = first == "#" ? line.drop { $0 == "#" } : line.dropFirst()
        guard rest.first?.isWhitespace == true else { return (.none, line) }
        return (first == "#" ? .heading : .bullet, rest.drop(while: \.isWhitespace))
    }

    /// A text without the number of a list, such as `2.` or `(2)`, with which it may begin.
    static func withoutNumber(_ text: Substring) -> Substring {
        let digits = text.first == "(" ? text.dropFirst() : text
        let rest = digits.drop { $0.isNumber }
        guard rest.startIndex != digits.startIndex, let mark = rest.first, ".)".contains(mark) else { return text }
        let content = rest.dropFirst()
        guard let next = content.first, next.isWhitespace || next == "*" else { return text }
        return content.drop(while: \.isWhitespace)
    }

    /// The bold words with which a text begins, without the number of a list and the colon, and how long they are with them.
    private static func bold(_ text: Substring) -> (label: String, length: Int)? {
        guard text.hasPrefix("**"), let end = text.dropFirst(2).firstRange(of: "**") else { return nil }
        let words = plain(text[..<end.lowerBound])
        let label = withoutNumber(words[...])
        return (String(label.hasSuffix(":") ? label.dropLast() : label), words.count)
    }
}
