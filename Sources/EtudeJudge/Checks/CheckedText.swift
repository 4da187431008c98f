public import EtudeCore
import EtudeText

/// A text as the checks of code see it, with what was asked for.
public struct CheckedText: Sendable {
    /// The text.
    public let text: String
    /// What was asked for.
    public let assignment: Assignment
    /// The conversation in which it was asked for; empty where it is not known.
    public let prompt: [Message]
    /// The text's folded words.
    let words: [String]

    /// A text with what was asked for.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - assignment: what was asked for.
    ///   - prompt: the conversation in which it was asked for; turns of the model that wrote are not read.
    public init(_ text: String, for assignment: Assignment, prompt: [Message] = []) {
        self.text = text
        self.assignment = assignment
        self.prompt = prompt
        words = Folding.words(text)
    }
}
