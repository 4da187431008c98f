import EtudeCore

/// Where a line holds the text to be judged and what it was written for.
///
/// Each field is a path of keys joined by dots, such as `example.text`; in a list a number counts from 0, or from the end if
/// it is negative, as in `completion.-1.content`. A key that holds dots itself is found whole.
public struct FieldMapping: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The skills by id, name or alias: a list of texts, or one text.
    public var skills: String
    /// The topic by id, name or alias.
    public var topic: String
    /// What a person calls the line; a line without it goes by its number.
    public var id: String
    /// The most sentences the text may have; nil for the pipeline's rule.
    public var sentenceLimit: String?
    /// Whether the text is a whole answer, of which what stands after `Answer:` is judged.
    public var isAnswer: Bool

    /// A mapping; by default the names that rows have.
    public init(
        text: String = "text",
        skills: String = "skills",
        topic: String = "topic",
        id: String = "id",
        sentenceLimit: String? = nil,
        isAnswer: Bool = false
    ) {
        self.text = text
        self.skills = skills
        self.topic = topic
        self.id = id
        self.sentenceLimit = sentenceLimit
        self.isAnswer = isAnswer
    }
}

extension JSONValue {
    /// The value at a path of keys and list positions joined by dots.
    func value(at path: String) -> JSONValue? {
        if let value = self[path] ?? element(path) { return value }
        guard let dot = path.firstIndex(of: ".") else { return nil }
        let head = String(path[..<dot])
        return (self[head] ?? element(head))?.value(at: String(path[path.index(after: dot)...]))
    }

    private func element(_ word: String) -> JSONValue? {
        guard let elements = array, let number = Int(word) else { return nil }
        let index = number < 0 ? elements.count + number : number
        return elements.indices.contains(index) ? elements[index] : nil
    }
}
