import EtudeCore
import EtudeJudge
import EtudeText

/// Cleans what a model wrote for a catalog, or refuses it, by rule.
///
/// What is cleaned: blanks, bullets and numbers before a name, emphasis and quotation marks around it, snake_case. What is
/// refused: invisible and control characters, markup in names, tokens that steer a chat model, words meant for a judge, and
/// what is too long.
enum ProposedText {
    /// Why a text is refused, as the end of a sentence.
    struct Refusal: Error, Hashable {
        let reason: String
    }

    /// The most characters of a name.
    static let longestName = 80
    /// The most words of a name.
    static let mostWords = 8
    /// The most characters of a definition.
    static let longestDefinition = 600
    /// The most characters of an example.
    static let longestExample = 1_500
    /// The most bytes that are looked at.
    private static let mostBytes = 16_384

    /// A name in one line.
    static func name(_ text: String) throws(Refusal) -> String {
        try refuseBytes(text, "a name")
        var name = Substring(text).trimmed
        if let bullet = name.prefixMatch(of: /(?:[-*•]|\d{1,3}[.)])\s+/) {
            name = name[bullet.range.upperBound...].trimmed
        }
        while let first = name.first, let last = name.last, name.count > 1 {
            if pairs.contains([first, last]) {
                name = name.dropFirst().dropLast().trimmed
            } else if ".,;:".contains(last) {
                name = name.dropLast().trimmed
            } else {
                break
            }
        }
        let plain = name.contains(" ") ? String(name) : String(name.map { $0 == "_" ? " " : $0 })
        let joined = plain.split(separator: " ").joined(separator: " ")
        try refuseInvisible(joined, allowed: [], "a name")
        guard !joined.contains(where: { "<>{}|`[]\\".contains($0) }), !joined.contains("://") else {
            throw Refusal(reason: "markup in a name")
        }
        let words = Folding.words(joined)
        guard !words.isEmpty else { throw Refusal(reason: "a name without a letter or digit") }
        guard joined.count <= longestName, words.count <= mostWords else {
            throw Refusal(reason: "a name of more than \(longestName) characters or \(mostWords) words")
        }
        try refuseOrders(joined, "a name")
        return joined
    }

    /// A definition in one line.
    static func definition(_ text: String) throws(Refusal) -> String {
        try refuseBytes(text, "a definition")
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        try check(line, "a definition", longest: longestDefinition)
        return line
    }

    /// An example, whose lines stay.
    static func example(_ text: String) throws(Refusal) -> String {
        try refuseBytes(text, "an example")
        let lines = Lines.split(text[...]).map { String($0.map { $0 == "\t" ? " " : $0 }) }
        let example = String(Substring(lines.joined(separator: "\n")).trimmed)
        try check(example, "an example", longest: longestExample)
        return example
    }

    private static func check(_ text: String, _ what: String, longest: Int) throws(Refusal) {
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw Refusal(reason: "\(what) without words")
        }
        guard text.count <= longest else { throw Refusal(reason: "\(what) of more than \(longest) characters") }
        try refuseInvisible(text, allowed: ["\n"], what)
        try refuseOrders(text, what)
    }

    private static func refuseBytes(_ text: String, _ what: String) throws(Refusal) {
        guard text.utf8.count <= mostBytes else { throw Refusal(reason: "\(what) of more than \(mostBytes) bytes") }
    }

    /// Refuses characters that a reader does not see; joiners, which scripts and emoji need, are not among them.
    private static func refuseInvisible(_ text: String, allowed: Set<Unicode.Scalar>, _ what: String) throws(Refusal) {
        let isSeen = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: allowed.contains(scalar)
            case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
            case .privateUse, .unassigned: false
            default: true
            }
        }
        guard isSeen else { throw Refusal(reason: "a control or invisible character in \(what)") }
    }

    /// Refuses what is meant for a program or a judge and no person who reads a catalog.
    private static func refuseOrders(_ text: String, _ what: String) throws(Refusal) {
        let checked = CheckedText(text, for: nothing)
        guard ControlToken().finding(in: checked) == nil else { throw Refusal(reason: "a control token in \(what)") }
        guard JudgeAddress().finding(in: checked) == nil else {
            throw Refusal(reason: "an order to a model in \(what)")
        }
    }

    private static let nothing = Assignment(
        skills: [],
        topic: Topic(id: "", name: ""),
        sentenceLimit: 1,
        language: "en"
    )
    private static let pairs: [[Character]] = [
        ["*", "*"], ["_", "_"], ["`", "`"], ["\"", "\""], ["'", "'"], ["“", "”"], ["‘", "’"], ["«", "»"],
    ]
}

extension Substring {
    /// The text without blanks at its ends.
    fileprivate var trimmed: Substring {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return self[first...last]
    }
}
