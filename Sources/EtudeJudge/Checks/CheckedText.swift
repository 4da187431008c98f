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
    /// Where the text's folded words stand.
    let places: WordPlaces
    /// The text's folded words.
    var words: [String] { places.words }

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
        places = WordPlaces(Folding.words(text))
    }

    private init(_ other: CheckedText, for assignment: Assignment) {
        text = other.text
        self.assignment = assignment
        prompt = other.prompt
        places = other.places
    }

    /// The same text, where something else was asked for.
    func checked(for assignment: Assignment) -> CheckedText {
        CheckedText(self, for: assignment)
    }
}
