/// Whether a quotation stands in a text.
///
/// Blanks of any kind and number, the shapes of quotation marks and dashes, capitals and invisible signs make no difference.
/// Quotation marks around the whole are taken off. Pieces joined by an ellipsis have to stand in the text in their order.
struct Quotation {
    private let text: [Character]

    /// Prepares a text.
    init(of text: String) {
        self.text = Self.folded(text)
    }

    /// Whether some evidence quotes anything.
    static func isEmpty(_ evidence: String) -> Bool {
        !evidence.contains { $0.isLetter || $0.isNumber }
    }

    /// Whether some evidence stands in the text, one that quotes nothing included.
    func holds(_ evidence: String) -> Bool {
        var rest = text[...]
        for piece in Self.pieces(of: evidence) {
            guard let place = rest.firstRange(of: piece) else { return false }
            rest = rest[place.upperBound...]
        }
        return true
    }

    /// The pieces between ellipses that hold a letter or digit.
    private static func pieces(of evidence: String) -> [ArraySlice<Character>] {
        folded(evidence).split(separator: "…").map(trimmed).filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// A piece without blanks, quotation marks and brackets around it.
    private static func trimmed(_ piece: ArraySlice<Character>) -> ArraySlice<Character> {
        let signs: Set<Character> = [" ", "\"", "'", "[", "]", "(", ")", "«", "»"]
        var piece = piece.drop { signs.contains($0) }
        while let last = piece.last, signs.contains(last) { piece.removeLast() }
        return piece
    }

    /// Small letters, one kind of blank, quotation mark and dash, and no invisible signs; three full stops are an ellipsis.
    private static func folded(_ text: String) -> [Character] {
        var folded: [Character] = []
        for character in SignFolding.plain(text).lowercased() {
            if character.isWhitespace {
                if folded.last != " " { folded.append(" ") }
                continue
            }
            switch character {
            case "“", "”", "„", "‟", "«", "»", "「", "」", "『", "』", "＂": folded.append("\"")
            case "‘", "’", "‚", "‛", "ʼ", "`", "´", "＇": folded.append("'")
            case "–", "—", "―", "‐", "‑", "−": folded.append("-")
            case "." where folded.suffix(2) == [".", "."]:
                folded.removeLast(2)
                folded.append("…")
            default: folded.append(character)
            }
        }
        return folded
    }
}
