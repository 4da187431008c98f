import EtudeCore
import EtudeModel
import EtudeText

/// The part of a judge's answer that is the judge's own and whole.
struct JudgeAnswer {
    /// The words from which marks may be read; empty where there are none.
    let words: String

    /// Takes what is the judge's own.
    ///
    /// Lines of the draft that the judge quotes are put out of sight, so that marks which a draft holds are never taken for the
    /// judge's. The last line of an answer that the token limit cut may end within a number and is left out. A refusal has no
    /// marks.
    ///
    /// - Parameters:
    ///   - answer: what the judge answered.
    ///   - draft: what it was asked about.
    init(_ answer: ChatAnswer, draft: String) {
        switch answer.finishReason {
        case .refusal, .contentFilter:
            words = ""
        case .length:
            let end = answer.text.lastIndex(where: \.isNewline) ?? answer.text.startIndex
            words = Self.text(String(answer.text[..<end]), without: draft)
        case .stop, .other:
            words = Self.text(answer.text, without: draft)
        }
    }

    /// What stands for a quoted line: no criterion and no point can be read from it or across it.
    private static let quotation = "[quotation]"

    private static func text(_ text: String, without draft: String) -> String {
        var text = text
        let lines = Lines.split(draft[...]).map(trimmed).filter { !$0.isEmpty }
        for line in lines.sorted(by: { $0.count > $1.count }) {
            var parts: [Substring] = []
            var rest = text[...]
            while let next = TextSearch.firstRange(of: String(line), in: rest) {
                parts.append(rest[..<next.lowerBound])
                rest = rest[next.upperBound...]
            }
            if !parts.isEmpty { text = (parts + [rest]).joined(separator: quotation) }
        }
        return text
    }

    private static func trimmed(_ line: Substring) -> Substring {
        guard let first = line.firstIndex(where: { !$0.isWhitespace }),
            let last = line.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return line[first...last]
    }
}
