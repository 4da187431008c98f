import EtudeCore

/// Looks at the first answers of a model, to see whether what was asked for took effect.
///
/// Servers ignore members of a request that they do not know and cut prompts that are too long, without a word; and a model
/// that reasons may spend all its tokens on it. Each of these spoils every answer, so it is told after a few of them.
public struct AnswerAudit: Sendable {
    /// How many answers are looked at.
    public static let first = 8
    private static let least = 4

    private var seen = 0
    private var lostInReasoning = 0
    private var structured = 0
    private var unstructured = 0
    private var roundTotals = 0

    /// An audit that has seen nothing.
    public init() {}

    /// Looks at an answer.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - request: what was asked.
    /// - Returns: what is wrong and which settings to change, as a sentence; nil if nothing is wrong so far.
    public mutating func complaint(about answer: ChatAnswer, to request: ChatRequest) -> String? {
        guard seen < Self.first else { return nil }
        seen += 1
        return tokenLimit(answer, request) ?? prompt(answer, request) ?? reasoning(answer) ?? schema(answer, request)
    }

    private func tokenLimit(_ answer: ChatAnswer, _ request: ChatRequest) -> String? {
        guard let limit = request.settings.maxOutputTokens, let output = answer.usage?.output,
            output > limit + limit / 20 + 16
        else { return nil }
        return """
            An answer has \(output) tokens although \(limit) were allowed: the server ignores the limit. Name the member \
            that it knows in `token_limit_field`, or set the `profile` of the server.
            """
    }

    /// A prompt that a server cut has far fewer tokens than it should, or fills a context of a round size to the last token.
    private mutating func prompt(_ answer: ChatAnswer, _ request: ChatRequest) -> String? {
        guard let usage = answer.usage else { return nil }
        let bytes = request.messages.map(\.content.utf8.count).reduce(0, +)
        let total = usage.input + usage.output
        if total >= 2_048, total % 1_024 == 0, usage.input * 6 < bytes || answer.finishReason == .length {
            roundTotals += 1
        }
        guard (usage.input > 0 && usage.input * 40 < bytes) || roundTotals > 1 else { return nil }
        return """
            The server counts \(usage.input) tokens of a prompt of \(bytes) bytes: it seems to cut prompts to its context. \
            Give it a longer context (Ollama: OLLAMA_CONTEXT_LENGTH; llama.cpp: --ctx-size).
            """
    }

    private mutating func reasoning(_ answer: ChatAnswer) -> String? {
        if answer.outcome.isLostInReasoning { lostInReasoning += 1 }
        guard seen >= Self.least, lostInReasoning * 2 > seen else { return nil }
        return """
            \(lostInReasoning) of the first \(seen) answers hold reasoning and no text: raise `max_output_tokens`, or turn \
            reasoning off in `extra` (such as `chat_template_kwargs: { enable_thinking: false }` or `reasoning_effort: low`).
            """
    }

    private mutating func schema(_ answer: ChatAnswer, _ request: ChatRequest) -> String? {
        guard let schema = request.schema, answer.outcome == .answered else { return nil }
        structured += 1
        if !schema.isFollowed(by: answer.text) { unstructured += 1 }
        guard structured >= Self.least, unstructured == structured else { return nil }
        return """
            None of the first \(structured) answers follows the JSON schema that was asked for: the server ignores it. Set \
            `verdicts: table` for this model, or the `profile` of the server.
            """
    }
}

extension ResponseSchema {
    /// Whether a text is an object with the properties that the schema requires; what they hold is for the reader to say.
    public func isFollowed(by text: String) -> Bool {
        guard let json = try? JSONParser.parse(text), json.members != nil else { return false }
        return (schema["required"]?.array ?? []).allSatisfy { name in
            name.string.map { json[$0] != nil } ?? true
        }
    }
}
