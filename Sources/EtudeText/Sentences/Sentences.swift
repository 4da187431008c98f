/// Cuts text into sentences by rules of its own, for prose, dialogue, lists and verse as models write them.
///
/// A sentence ends at `.`, `!`, `?`, an ellipsis or the stop of another script, with the quotes and brackets that close
/// there, and at a line break that no continuation spans. It goes on after abbreviations, initials, decimals, list numbers,
/// quotations inside it ("Go!" he said) and ellipses before a small letter. A semicolon or colon ends nothing. What is
/// ambiguous is read as English, and towards more sentences.
public enum Sentences: Sendable {
    /// How many sentences a text has; text without letters and digits has none.
    public static func count(_ text: String) -> Int {
        var scanner = SentenceScanner(text)
        return scanner.ranges().count
    }

    /// The sentences in order, without the blanks around them.
    public static func split(_ text: String) -> [Substring] {
        var scanner = SentenceScanner(text)
        let scalars = text.unicodeScalars
        var (position, index) = (0, text.startIndex)
        return scanner.ranges().map { range in
            let start = scalars.index(index, offsetBy: range.lowerBound - position)
            (position, index) = (range.upperBound, scalars.index(start, offsetBy: range.count))
            return text[start..<index]
        }
    }
}
