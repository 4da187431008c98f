import EtudeModel

/// The part of a judge's answer that is whole.
struct JudgeAnswer {
    /// The words from which marks may be read; empty where there are none.
    let words: String

    /// Takes what is whole.
    ///
    /// The last line of an answer that the token limit cut may end within a number and is left out. A refusal has no marks.
    init(_ answer: ChatAnswer) {
        switch answer.finishReason {
        case .refusal, .contentFilter:
            words = ""
        case .length:
            let end = answer.text.lastIndex(where: \.isNewline) ?? answer.text.startIndex
            words = String(answer.text[..<end])
        case .stop, .other:
            words = answer.text
        }
    }
}
