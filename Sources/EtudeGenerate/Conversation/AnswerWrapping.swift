import EtudeText

/// Takes off what models wrap around a text: fences, rules, emphasis, quotation marks.
enum AnswerWrapping {
    /// The text without its wrapping.
    ///
    /// - Parameters:
    ///   - part: what stands between two markers.
    ///   - openEmphasis: stars or underscores that the marker before it opened.
    /// - Returns: the bare text; empty where there is none.
    static func unwrapped(_ part: Substring, openEmphasis: String) -> String {
        var text = withoutFences(part)
        if !openEmphasis.isEmpty, text.hasSuffix(openEmphasis) { text = trimmed(text.dropLast(openEmphasis.count)) }
        while let inner = withoutEmphasis(text) ?? withoutQuotes(text) { text = trimmed(inner) }
        return String(text)
    }

    /// The lines between code fences and horizontal rules at either end.
    private static func withoutFences(_ part: Substring) -> Substring {
        var lines = Lines.split(part)[...]
        while let first = lines.first, isBlankOrRule(first) { lines.removeFirst() }
        while let last = lines.last, isBlankOrRule(last) { lines.removeLast() }
        guard let first = lines.first, let last = lines.last else { return "" }
        return trimmed(part[first.startIndex..<last.endIndex])
    }

    private static func isBlankOrRule(_ line: Substring) -> Bool {
        let line = trimmed(line)
        if line.hasPrefix("```") { return line.dropFirst(3).allSatisfy { $0.isLetter || $0.isNumber } }
        guard let rule = line.first else { return true }
        return ["-", "*", "_"].contains(rule) && line.allSatisfy { $0 == rule } && line.count > 2
    }

    private static func withoutEmphasis(_ text: Substring) -> Substring? {
        for mark in ["**", "__", "*", "_"]
        where text.hasPrefix(mark) && text.hasSuffix(mark) && text.count > 2 * mark.count {
            let inner = text.dropFirst(mark.count).dropLast(mark.count)
            return inner.contains(mark) ? nil : inner
        }
        return nil
    }

    private static func withoutQuotes(_ text: Substring) -> Substring? {
        guard let first = text.first, let pair = quotes.first(where: { $0.open == first }), pair.close == text.last,
            encloses(pair, text)
        else { return nil }
        return text.dropFirst().dropLast()
    }

    private static let quotes: [(open: Character, close: Character)] = [
        ("\"", "\""), ("“", "”"), ("‘", "’"), ("«", "»"), ("「", "」"), ("『", "』"), ("'", "'"),
    ]

    /// Whether the first quotation mark is closed by the last and by none before it.
    ///
    /// A mark that opens and closes alike opens after a blank or bracket and closes elsewhere; between two letters it is an
    /// apostrophe.
    private static func encloses(_ pair: (open: Character, close: Character), _ text: Substring) -> Bool {
        let characters = Array(text)
        var depth = 0
        for (index, character) in characters.enumerated() where character == pair.open || character == pair.close {
            let previous = index > 0 ? characters[index - 1] : " "
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if previous.isLetter, next.isLetter { continue }
            let opens =
                pair.open != pair.close ? character == pair.open : previous.isWhitespace || "([—–".contains(previous)
            depth += opens ? 1 : -1
            if depth <= 0 { return index == characters.count - 1 && depth == 0 }
        }
        return false
    }

    private static func trimmed(_ text: Substring) -> Substring {
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return text[...last].drop(while: \.isWhitespace)
    }
}
