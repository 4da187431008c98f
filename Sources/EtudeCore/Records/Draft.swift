/// What the teacher wrote for a candidate.
public struct Draft: Sendable, Hashable {
    /// The text itself.
    public let text: String
    /// Why the teacher thinks that the text shows the skills; empty where it gave none.
    public let explanation: String
    /// The whole conversation, the teacher's last turn at the end.
    public let messages: [Message]
    /// Why the last turn ended, such as `stop`.
    public let finishReason: String
    /// The model that wrote it, as a row names it.
    public let teacher: String

    /// A draft with its conversation.
    public init(text: String, explanation: String, messages: [Message], finishReason: String, teacher: String) {
        self.text = text
        self.explanation = explanation
        self.messages = messages
        self.finishReason = finishReason
        self.teacher = teacher
    }
}
