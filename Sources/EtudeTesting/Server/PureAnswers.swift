public import EtudeCore

/// A teacher and a judge in one, whose answers follow from the request's body alone.
///
/// A request with a schema is answered as a judge, any other as a teacher. A third of the teacher's answers is bad:
/// half of them cannot be read, and half hold a word upon which the judge answers no to everything. Replies arrive out
/// of order.
public struct PureAnswers: Sendable {
    /// The word that makes a text bad.
    public static let flaw = "zzflaw"

    private static let syllables = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "ve", "wa", "xi",
        "yo", "zu",
    ]

    /// Answers nothing but what the body determines.
    public init() {}

    /// The reply to a request, after 5 to 50 ms that depend on its number too.
    public func reply(to request: ReceivedRequest, number: Int) -> ServerReply {
        let digest = Self.digest(of: request.body)
        var delays = SeededGenerator(seed: Seed(digest.leadingWord).child("delay", "\(number)"))
        let text = text(answering: request.body)
        var reply = ServerReply.completion(
            text,
            model: request.body["model"]?.string ?? "",
            inputTokens: request.body.canonicalText.utf8.count / 4,
            outputTokens: text.utf8.count / 4
        )
        reply.headers["x-request-id"] = "req-\(digest.hex(first: 12))"
        reply.delay = .milliseconds(5 + delays.below(46))
        return reply
    }

    /// The answer to the body of a request, be it a chat completion's or a message's.
    public func text(answering body: JSONValue) -> String {
        let seed = Seed(Self.digest(of: body).leadingWord)
        let prompt = (body["messages"]?.array ?? []).compactMap { $0["content"]?.string }.joined(separator: " ")
        let format = body["response_format"]?["json_schema"] ?? body["output_config"]?["format"]
        guard let schema = format?["schema"] else {
            return draft(on: prompt, seed: seed)
        }
        let evidence = FencedText.first(in: prompt) ?? ""
        var filler = SchemaFiller(
            truth: !prompt.contains(Self.flaw),
            evidence: evidence,
            criteria: NumberedCriteria.ids(in: prompt),
            seed: seed
        )
        return filler.value(for: schema).canonicalText
    }

    private static func digest(of body: JSONValue) -> Digest {
        SHA256.digest(of: body.sortedByKey.canonicalText)
    }

    private func draft(on prompt: String, seed: Seed) -> String {
        var generator = SeededGenerator(seed: seed)
        let fate = generator.below(6)
        guard fate > 0 else { return "" }
        let known: [Substring] = prompt.split { !$0.isLetter }.filter { $0.count > 3 }
        let drawn = (0..<min(3, known.count)).map { _ in known[generator.below(known.count)].lowercased() }
        let invented = (0..<9).map { _ in word(&generator) }
        let flaw = fate == 1 ? [Self.flaw] : []
        let words = generator.shuffled(drawn + invented + flaw).joined(separator: " ")
        return "Answer: The \(words).\nExplanation: It holds \(drawn.joined(separator: ", ")) and \(word(&generator))."
    }

    private func word(_ generator: inout SeededGenerator) -> String {
        (0..<3).map { _ in Self.syllables[generator.below(Self.syllables.count)] }.joined()
    }
}
