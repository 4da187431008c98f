import EtudeCore

/// What the loopback server answers, and how the connection goes wrong while it does.
public struct ServerReply: Sendable {
    /// How the reply ends.
    public enum Ending: Sendable, Hashable {
        /// Whole.
        case whole
        /// The connection closes before anything is sent.
        case refused
        /// The connection closes after so many bytes of the body.
        case cut(after: Int)
        /// Nothing more comes after so many bytes of the body, and the connection stays open.
        case stalled(after: Int)
        /// The body comes byte by byte, with a pause before each.
        case slow(pause: Duration)
    }

    /// The status code.
    public var status: Int
    /// Header fields besides those that every reply has.
    public var headers: [String: String]
    /// The body.
    public var body: [UInt8]
    /// The time before anything is sent.
    public var delay: Duration
    /// How it ends.
    public var ending: Ending

    /// A reply with a body of any kind.
    public init(
        status: Int = 200,
        headers: [String: String] = [:],
        body: String,
        delay: Duration = .zero,
        ending: Ending = .whole
    ) {
        self.status = status
        self.headers = headers
        self.body = Array(body.utf8)
        self.delay = delay
        self.ending = ending
    }

    /// A chat completion with one choice.
    public static func completion(
        _ text: String,
        model: String = "loopback",
        finishReason: String = "stop",
        inputTokens: Int = 1_000,
        outputTokens: Int = 20
    ) -> ServerReply {
        let message: JSONValue = ["role": "assistant", "content": .string(text)]
        let body: JSONValue = [
            "id": "chatcmpl-0",
            "object": "chat.completion",
            "model": .string(model),
            "choices": [["index": 0, "message": message, "finish_reason": .string(finishReason)]],
            "usage": [
                "prompt_tokens": .int(inputTokens),
                "completion_tokens": .int(outputTokens),
                "total_tokens": .int(inputTokens + outputTokens),
            ],
        ]
        return ServerReply(body: body.canonicalText)
    }

    /// The embedding of one text.
    public static func embedding(_ values: [Double], model: String = "loopback", inputTokens: Int = 20) -> ServerReply {
        let entry: JSONValue = [
            "object": "embedding", "index": 0, "embedding": .array(values.map(JSONValue.double)),
        ]
        let body: JSONValue = [
            "object": "list", "data": [entry], "model": .string(model),
            "usage": ["prompt_tokens": .int(inputTokens), "total_tokens": .int(inputTokens)],
        ]
        return ServerReply(body: body.canonicalText)
    }

    /// A message of Anthropic's Messages API with one block of text.
    public static func message(
        _ text: String,
        model: String = "loopback",
        stopReason: String = "end_turn",
        inputTokens: Int = 1_000,
        outputTokens: Int = 20
    ) -> ServerReply {
        let body: JSONValue = [
            "id": "msg-0",
            "type": "message",
            "role": "assistant",
            "model": .string(model),
            "content": [["type": "text", "text": .string(text)]],
            "stop_reason": .string(stopReason),
            "usage": ["input_tokens": .int(inputTokens), "output_tokens": .int(outputTokens)],
        ]
        return ServerReply(body: body.canonicalText)
    }
}
