/// A word or sign of an accept rule.
struct AcceptToken: Equatable {
    /// What it is.
    enum Kind: Equatable {
        case name(String)
        case number(Int)
        case comparison(AcceptComparison)
        case plus, minus, open, close
    }

    /// What it is.
    let kind: Kind
    /// Its first character, counted from 1.
    let position: Int
    /// The text as it stands.
    let text: String

    /// Cuts a rule into words and signs.
    ///
    /// - Parameter rule: the rule.
    /// - Returns: the tokens in order.
    /// - Throws: ``EtudeError`` with code `config` and the position of a sign that is not known.
    static func all(in rule: String) throws(EtudeError) -> [AcceptToken] {
        let letters = Array(rule)
        var tokens: [AcceptToken] = []
        var position = 0
        while position < letters.count {
            guard !letters[position].isWhitespace else {
                position += 1
                continue
            }
            let (kind, length) = try next(letters[position...], in: rule)
            tokens.append(
                AcceptToken(kind: kind, position: position + 1, text: String(letters[position..<position + length]))
            )
            position += length
        }
        return tokens
    }

    private static func next(_ rest: ArraySlice<Character>, in rule: String) throws(EtudeError) -> (Kind, Int) {
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        if let first = word.first {
            guard first.isNumber else { return (.name(String(word)), word.count) }
            if word.count <= 6, let number = Int(String(word)) { return (.number(number), word.count) }
            throw AcceptRule.failure(
                rule,
                at: rest.startIndex + 1,
                "`\(String(word))` is no number of marks; write a whole number below a million."
            )
        }
        for comparison in AcceptComparison.allCases where rest.starts(with: comparison.rawValue) {
            return (.comparison(comparison), comparison.rawValue.count)
        }
        let signs: [Character: Kind] = ["+": .plus, "-": .minus, "(": .open, ")": .close]
        if let sign = rest.first, let kind = signs[sign] { return (kind, 1) }
        let hints: [Character: String] = [
            "=": "==", "&": "and", "|": "or", "!": "not", "≥": ">=", "≤": "<=", "≠": "!=",
        ]
        let sign = rest.first ?? " "
        let hint = hints[sign].map { "; write `\($0)`." } ?? "; signs are + - ( ) and == != < <= > >=."
        throw AcceptRule.failure(rule, at: rest.startIndex + 1, "The sign `\(sign)` is not known\(hint)")
    }
}
