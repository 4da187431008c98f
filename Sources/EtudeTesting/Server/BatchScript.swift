public import EtudeCore

/// What a batch goes through at the batch server.
public struct BatchScript: Sendable {
    /// What becomes of a request.
    public enum Fate: Sendable, Hashable {
        /// It is answered.
        case answer(String)
        /// It fails, with a status and the body of the reply that it would have had alone.
        case failure(status: Int, body: JSONValue)
        /// The batch ended before it was tried.
        case untried
    }

    /// The states that looking at the batch shows, one a look, before it ends; a last look shows the end.
    public var states: [String]
    /// The state in which it ends, in the words of OpenAI: `completed`, `failed`, `expired` or `cancelled`.
    public var ending = "completed"
    /// Why it failed, as elements of `errors.data`.
    public var problems: [JSONValue] = []
    /// Lines in the results beside those of the requests.
    public var strayLines: [String] = []
    /// Whether each result stands there twice.
    public var repeatsResults = false
    /// Whether the results are gone before anybody has read them.
    public var losesResults = false
    /// What becomes of the request of a number, by its body.
    public var fate: @Sendable (_ body: JSONValue, _ number: Int) -> Fate

    /// A script in which all goes well unless said otherwise; an answer repeats the last words of its question.
    public init(
        states: [String] = ["in_progress"],
        ending: String = "completed",
        fate: @escaping @Sendable (_ body: JSONValue, _ number: Int) -> Fate = { body, _ in
            .answer("Echo: \(body["messages"]?.array?.last?["content"]?.string ?? "")")
        }
    ) {
        self.states = states
        self.ending = ending
        self.fate = fate
    }
}
