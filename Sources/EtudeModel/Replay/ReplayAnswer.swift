public import EtudeCore

/// What replaying needs of a line: an answer under the key of its request.
public struct ReplayAnswer: Sendable, Hashable {
    /// The request's key.
    public let key: String
    /// The answer.
    public let answer: ChatAnswer
    /// Whether it stood in an exported journal, which may hold several answers to one request, and not in a recording.
    let isJournaled: Bool
    /// The limit on output tokens that was asked, where the journal says so.
    let tokenLimit: Int?

    /// The answer of a recorded line.
    public init(_ recorded: RecordedAnswer) {
        self.init(key: recorded.request.key, answer: recorded.answer, isJournaled: false, tokenLimit: nil)
    }

    private init(key: String, answer: ChatAnswer, isJournaled: Bool, tokenLimit: Int?) {
        self.key = key
        self.answer = answer
        self.isJournaled = isJournaled
        self.tokenLimit = tokenLimit
    }

    /// Reads a line of a recording or of an exported journal.
    ///
    /// - Parameter json: the line; nil comes of a line of a journal that holds no answer: its header, a failed try, or a
    ///   request given up.
    /// - Throws: ``EtudeError`` with code `data` that names the first key that is missing or wrong.
    public init?(json: JSONValue) throws(EtudeError) {
        guard json["messages"] == nil else {
            self.init(try RecordedAnswer(json: json))
            return
        }
        guard json["journal"] == nil, json["failure"] == nil, json["answer"]?["failed"] == nil else { return nil }
        var reader = RecordReader(json)
        self.init(
            key: try reader.requestKey(),
            answer: try ChatAnswer(json: try reader.value("answer")),
            isJournaled: true,
            tokenLimit: reader.has("token_limit") ? try reader.int("token_limit") : nil
        )
    }

    /// Whether a later answer to the same request serves in this one's stead: in a journal, where this one was cut by a
    /// smaller limit.
    func isSuperseded(by later: ReplayAnswer) -> Bool {
        guard isJournaled, later.isJournaled, answer.finishReason == .length, let tokenLimit else { return false }
        return later.tokenLimit.map { $0 > tokenLimit } ?? true
    }
}
