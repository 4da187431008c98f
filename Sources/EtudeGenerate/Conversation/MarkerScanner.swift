import EtudeText

/// Finds the markers of an answer.
///
/// At the start of a line a marker may be dressed up (`**Improved answer:**`, `## Answer`, `1. answer :`). Within a line only
/// the plain spelling after the end of a sentence counts, and only where it begins another part than the one it stands in.
struct MarkerScanner {
    private let text: String
    private var found: [AnswerMarker] = []

    /// A scanner of a whole turn.
    init(_ text: String) {
        self.text = text
    }

    /// The markers, first to last.
    mutating func markers() -> [AnswerMarker] {
        for line in Lines.split(text[...]) {
            let leading = leadingMarker(of: line)
            if let leading { found.append(leading) }
            scan(line[(leading?.end ?? line.startIndex)...])
        }
        return found
    }

    private func leadingMarker(of line: Substring) -> AnswerMarker? {
        let dressed = line.drop { $0.isWhitespace || ">#-•".contains($0) }
        let hasHeading = line[..<dressed.startIndex].contains("#")
        let counted = Self.withoutNumber(dressed)
        let label = counted.drop(while: Self.isEmphasis)
        let emphasis = String(counted[..<label.startIndex])
        let words = label.prefix { $0.isLetter || $0 == " " }
        guard let kind = Self.kind(of: words) else { return nil }
        let rest = Self.withoutParenthesis(line[words.endIndex...]).drop { $0.isNumber || $0 == " " }
        if let end = Self.afterColon(rest, emphasis: emphasis) {
            return marker(kind, from: line.startIndex, to: end, emphasis: emphasis)
        }
        let isAlone = rest.allSatisfy { $0.isWhitespace || Self.isEmphasis($0) }
        guard isAlone, hasHeading || !emphasis.isEmpty else { return nil }
        return marker(kind, from: line.startIndex, to: line.endIndex, emphasis: emphasis)
    }

    /// Adds the markers within a line.
    private mutating func scan(_ line: Substring) {
        // A marker has a colon behind it, and most lines have none.
        guard line.unicodeScalars.contains(where: { $0 == ":" || $0 == "：" }) else { return }
        var rest = line
        while let next = Self.firstSpelling(in: rest) {
            rest = line[next.range.upperBound...]
            let before = line[..<next.range.lowerBound]
            let plain = before[
                ..<(before.lastIndex { !Self.isEmphasis($0) }.map(before.index(after:)) ?? before.startIndex)
            ]
            let emphasis = String(before[plain.endIndex...])
            guard found.last?.kind != next.kind, found.last != nil || next.kind == .answer,
                Self.endsSentence(plain), let end = Self.afterColon(rest, emphasis: emphasis)
            else { continue }
            found.append(marker(next.kind, from: plain.endIndex, to: end, emphasis: emphasis))
            rest = line[end...]
        }
    }

    private func marker(
        _ kind: AnswerMarker.Kind,
        from start: String.Index,
        to end: String.Index,
        emphasis: String
    ) -> AnswerMarker {
        let closed = text[start..<end].count(where: Self.isEmphasis) > emphasis.count
        return AnswerMarker(kind: kind, start: start, end: end, openEmphasis: closed ? "" : emphasis)
    }

    private static func firstSpelling(in line: Substring) -> (kind: AnswerMarker.Kind, range: Range<String.Index>)? {
        AnswerMarker.Kind.allCases
            .flatMap { kind in kind.spellings.compactMap { TextSearch.firstRange(of: $0, in: line) }.map { (kind, $0) }
            }
            .min { $0.1.lowerBound < $1.1.lowerBound }
    }

    private static func kind(of words: Substring) -> AnswerMarker.Kind? {
        let words = words.split(separator: " ").map { $0.lowercased() }
        guard let last = words.last, words.dropLast().allSatisfy(AnswerMarker.qualifiers.contains) else { return nil }
        return AnswerMarker.Kind.allCases.first { $0.words.contains(last) }
    }

    /// Where the part begins, if the marker's colon comes next.
    ///
    /// Emphasis behind the colon closes the marker's own, if that is open; else it belongs to the text.
    private static func afterColon(_ rest: Substring, emphasis: String) -> String.Index? {
        let colon = rest.drop { isEmphasis($0) || $0 == " " }
        guard let first = colon.first, first == ":" || first == "：" else { return nil }
        let part = colon.dropFirst()
        let isOpen = !emphasis.isEmpty && !rest[..<colon.startIndex].contains(where: isEmphasis)
        return isOpen && part.hasPrefix(emphasis) ? part.dropFirst(emphasis.count).startIndex : part.startIndex
    }

    /// Whether a marker may follow: the end of a sentence, then a blank.
    private static func endsSentence(_ text: Substring) -> Bool {
        guard let last = text.last, last.isWhitespace, let mark = text.last(where: { !$0.isWhitespace }) else {
            return false
        }
        return ".!?…。！？\"'”’)」』*".contains(mark)
    }

    private static func isEmphasis(_ character: Character) -> Bool { character == "*" || character == "_" }

    private static func withoutNumber(_ line: Substring) -> Substring {
        let rest = line.drop { $0.isASCII && $0.isNumber }
        guard rest.startIndex > line.startIndex, let first = rest.first, first == "." || first == ")" else {
            return line
        }
        return rest.dropFirst().drop(while: \.isWhitespace)
    }

    private static func withoutParenthesis(_ rest: Substring) -> Substring {
        let opened = rest.drop(while: \.isWhitespace)
        guard opened.first == "(", let close = opened.firstIndex(of: ")") else { return rest }
        return opened[close...].dropFirst()
    }
}
