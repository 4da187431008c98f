/// What a model answered.
public struct ChatAnswer: Sendable, Hashable {
    /// The text, without reasoning; empty where the model gave none.
    ///
    /// Of a refusal it is the words that refuse.
    public var text: String
    /// What the model thought before answering, where the server shows it.
    public var reasoning: String
    /// Why the answer ended.
    public var finishReason: FinishReason
    /// What it cost; nil where the server does not say.
    public var usage: TokenUsage?
    /// The model's name as the server returned it.
    public var model: String
    /// The server's name for the request; empty where it gives none.
    public var requestID: String
    /// The provider's category of a refusal, such as `bio`; empty where it names none.
    public var refusalCategory: String
    /// What the server says of the version behind the model's name (`system_fingerprint`); empty where it says nothing.
    public var fingerprint: String

    /// An answer.
    public init(
        text: String,
        reasoning: String = "",
        finishReason: FinishReason = .stop,
        usage: TokenUsage? = nil,
        model: String,
        requestID: String = "",
        refusalCategory: String = "",
        fingerprint: String = ""
    ) {
        self.text = text
        self.reasoning = reasoning
        self.finishReason = finishReason
        self.usage = usage
        self.model = model
        self.requestID = requestID
        self.refusalCategory = refusalCategory
        self.fingerprint = fingerprint
    }
}
