/// A run of marks with the quotes and brackets that close right behind it.
struct MarkRun {
    /// What the marks say together.
    enum Kind {
        /// One dot, which may belong to an abbreviation.
        case dot
        /// Two dots or more, or an ellipsis sign.
        case ellipsis
        /// An exclamation or question among them.
        case strong
        /// A stop that is used for nothing else.
        case stop
    }

    /// Where the marks begin.
    let start: Int
    /// Where what closes behind them ends.
    let end: Int
    /// What the marks say.
    let kind: Kind
    /// Whether a quote closes.
    let closesQuote: Bool
    /// Whether the title of a work closes, as Chinese writes it.
    let closesTitle: Bool
    /// Whether a bracket closes.
    let closesBracket: Bool

    /// Whether anything closes.
    var closes: Bool { closesQuote || closesBracket }

    /// The run at a position.
    init(at position: Int, in scalars: [Unicode.Scalar]) {
        let next = Self.endOfMarks(from: position, in: scalars)
        let marks = scalars[position..<next].filter(SentenceSigns.marks.contains)
        let ending = scalars[next...].prefix { scalar in
            SentenceSigns.closingQuotes.contains(scalar) || SentenceSigns.closingBrackets.contains(scalar)
                || scalar == "\u{FE0F}"
        }
        var end = ending.endIndex
        // German and others close with the signs with which English and French open.
        if end < scalars.count, SentenceSigns.turnedQuotes.contains(scalars[end]),
            end + 1 == scalars.count || !scalars[end + 1].isWordPart
        {
            end += 1
        }
        // French sets a blank before its closing quote.
        if end + 1 < scalars.count, scalars[end].isBlank, scalars[end + 1] == "»" { end += 2 }
        start = position
        self.end = end
        closesQuote = scalars[next..<end].contains {
            SentenceSigns.closingQuotes.contains($0) || SentenceSigns.turnedQuotes.contains($0)
        }
        closesTitle = scalars[next..<end].contains { $0 == "》" || $0 == "〉" }
        closesBracket = scalars[next..<end].contains { SentenceSigns.closingBrackets.contains($0) }
        kind =
            if marks.contains(where: SentenceSigns.strong.contains) {
                .strong
            } else if marks.contains(where: SentenceSigns.stops.contains) {
                .stop
            } else if marks.count > 1 || marks.first == "…" {
                .ellipsis
            } else {
                .dot
            }
    }

    /// Where a run of marks ends, single ones after a blank included, as in `. . .` and `? !`.
    private static func endOfMarks(from position: Int, in scalars: [Unicode.Scalar]) -> Int {
        var end = position + 1
        while end < scalars.count {
            if SentenceSigns.marks.contains(scalars[end]) {
                end += 1
            } else if scalars[end] == " ", end + 1 < scalars.count, SentenceSigns.marks.contains(scalars[end + 1]),
                end + 2 == scalars.count || scalars[end + 2].isBlank
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }
}
