import EtudeCore

/// Reads the points of one criterion, of which there is one or none.
///
/// 1 and 0 count, alone, as `1.0`, `1/1`, `1 out of 1`, `1 point`. Of words and signs these count, where nothing else stands beside
/// them: yes, pass, passed, met, true, ✓, ✔ and ✅ for one point, no, fail, failed, not met, false, ✗, ✘ and ❌ for none. Half a point,
/// `N/A`, an ✕ or a box, which may mean either, and everything else are unknown.
enum PointValue {
    private static let passes: Set<String> = ["yes", "pass", "passed", "met", "true", "✓", "✔", "✔️", "✅", "예", "네"]
    private static let fails: Set<String> = [
        "no", "fail", "failed", "not met", "false", "✗", "✘", "❌", "아니오", "아니요",
    ]

    /// What a cell or value says that holds the points and no more.
    static func outcome(of cell: some StringProtocol) -> Mark.Outcome {
        let cell = trimmed(cell)
        let word = cell.lowercased()
        if passes.contains(word) { return .pass }
        if fails.contains(word) { return .fail }
        guard let number = leadingNumber(of: cell), isEnd(number.rest, ofWhole: true) else { return .unknown }
        return number.outcome
    }

    /// What a remark says that begins with the points and may go on in words.
    ///
    /// - Parameter words: what stands after "Point earned:".
    /// - Returns: pass, fail, or unknown where no whole points stand there.
    static func leadingOutcome(of words: some StringProtocol) -> Mark.Outcome {
        let whole = outcome(of: words)
        guard whole == .unknown, let number = leadingNumber(of: trimmed(words)), isEnd(number.rest, ofWhole: false)
        else { return whole }
        return number.outcome
    }

    /// Whether a text looks like points, readable or not: nothing but digits and what stands between them.
    static func isNumeric(_ text: some StringProtocol) -> Bool {
        let text = trimmed(text)
        return text.contains(where: \.isNumber)
            && text.allSatisfy { $0.isNumber || $0.isWhitespace || ".,/+-%".contains($0) }
    }

    private static func leadingNumber(of text: Substring) -> (outcome: Mark.Outcome, rest: Substring)? {
        guard let digit = text.first, digit == "0" || digit == "1" else { return nil }
        var rest = text.dropFirst()
        for choices in [[".0"], [" out of 1", " / 1", "/ 1", "/1"], [" points", " point", " pts", " pt", "점"]] {
            guard let part = choices.first(where: { rest.prefix(12).lowercased().hasPrefix($0) }) else { continue }
            rest = rest.dropFirst(part.count)
        }
        return (digit == "1" ? .pass : .fail, rest)
    }

    /// Whether the points end here: nothing follows but closing signs, or, in a sentence, a stop and words without a number.
    private static func isEnd(_ rest: Substring, ofWhole: Bool) -> Bool {
        let rest = rest.drop { quotes.contains($0) }
        guard let stop = rest.first else { return true }
        guard ".;,".contains(stop) else { return false }
        let next = rest.dropFirst().drop { quotes.contains($0) }
        guard let following = next.first else { return true }
        guard !ofWhole, following.isWhitespace else { return false }
        return next.first { !$0.isWhitespace }?.isNumber != true
    }

    private static let quotes = Set("\"'’”»)]")

    /// The text without blanks, quotation marks and brackets around it.
    private static func trimmed(_ text: some StringProtocol) -> Substring {
        let opening = Set("\"'‘“«([")
        let inner = Substring(text).drop { $0.isWhitespace || opening.contains($0) }
        guard let last = inner.lastIndex(where: { !$0.isWhitespace && !quotes.contains($0) }) else { return "" }
        return inner[...last]
    }
}
