import EtudeCore

/// How large a request and its answer may be, in tokens.
public struct RequestSize: Sendable, Hashable {
    /// A good guess of the request's tokens: a token for every three bytes.
    public let input: Int
    /// The request's tokens at the very most: no tokenizer makes more of them than bytes, plus what frames each turn.
    public let mostInput: Int
    /// The answer's tokens at the very most; nil where no limit is asked.
    public let mostOutput: Int?

    /// A size.
    public init(input: Int, mostInput: Int, mostOutput: Int?) {
        self.input = input
        self.mostInput = mostInput
        self.mostOutput = mostOutput
    }

    /// The size of a request.
    public init(_ request: ChatRequest) {
        let schema = request.schema.map { $0.schema.canonicalText.utf8.count } ?? 0
        let bytes = request.messages.map(\.content.utf8.count).reduce(schema, +)
        self.init(
            input: bytes / 3 + 8 * request.messages.count,
            mostInput: bytes + 32 * request.messages.count + 64,
            mostOutput: request.task == .embed ? 0 : request.settings.maxOutputTokens
        )
    }

    /// What is taken from a limit of output tokens before the answer is known, where no limit is asked.
    static let usualOutput = 1_000

    /// What is taken from a limit of output tokens.
    var reservedOutput: Int { mostOutput ?? Self.usualOutput }
}
