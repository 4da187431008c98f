import EtudeText

/// Whether what a judge quotes stands in the text it was asked about.
enum Quotation {
    /// Compares a quotation with a text by their folded words, so that case, blanks, quotation marks and stops do not matter.
    ///
    /// - Parameters:
    ///   - quote: what is quoted; an ellipsis parts pieces that stand in this order.
    ///   - text: where it should stand.
    /// - Returns: false also for a quotation without a word.
    static func stands(_ quote: String, in text: String) -> Bool {
        let pieces = quote.replacing("...", with: "…").split(separator: "…").map { Folding.words(String($0)) }
            .filter { !$0.isEmpty }
        var rest = Folding.words(text)[...]
        for piece in pieces {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return !pieces.isEmpty
    }
}
