/// What a teacher's answer says: the text, and why it shows the skills.
public struct ParsedAnswer: Sendable, Hashable {
    /// The text; never empty in an answer that could be read.
    public let text: String
    /// The explanation; empty where there is none.
    public let explanation: String

    /// A text with its explanation.
    public init(text: String, explanation: String) {
        self.text = text
        self.explanation = explanation
    }
}

/// Tells the text of an answer from all that models write around it.
///
/// The text stands after `Answer:` and before `Explanation:`, or after `답:` and before `설명:`, whatever the language asked
/// for. Of several answers the last that has an explanation counts, or else the last. Bold, headings, numbers, code fences,
/// and quotation marks that enclose the whole text are taken off. Nothing is guessed: an answer without a marker cannot be
/// read, nor one with nothing behind it, nor one that announces a text and ends at the colon.
public enum AnswerParser: Sendable {
    /// Reads an answer.
    ///
    /// - Parameter answer: the whole turn.
    /// - Returns: the text and explanation, or nil for an answer that cannot be read.
    public static func parse(_ answer: String) -> ParsedAnswer? {
        var scanner = MarkerScanner(answer)
        let markers = scanner.markers()
        let answers = markers.indices.filter { markers[$0].kind == .answer }
        let explained = answers.filter { index in
            markers.indices.contains(index + 1) && markers[index + 1].kind == .explanation
        }
        guard let index = explained.last ?? answers.last else { return nil }
        let text = part(after: markers[index], until: markers[(index + 1)...].first?.start, in: answer)
        guard !text.isEmpty, !text.hasSuffix(":"), !text.hasSuffix("：") else { return nil }
        let explanation = markers[(index + 1)...].first.map { part(after: $0, until: nil, in: answer) }
        return ParsedAnswer(text: text, explanation: explanation ?? "")
    }

    private static func part(after marker: AnswerMarker, until end: String.Index?, in answer: String) -> String {
        let part = answer[marker.end..<(end ?? answer.endIndex)]
        return AnswerWrapping.unwrapped(part, openEmphasis: marker.openEmphasis)
    }
}
