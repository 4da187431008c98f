import EtudeModel
import EtudeTesting

extension WireCase {
    /// Bodies that only chat completions have.
    static let openAIAnswers: [WireCase] = [
        failing(
            "no choices",
            .openai,
            ServerReply(body: #"{"id":"c","choices":[]}"#),
            .invalidBody,
            id: "c",
            words: "no chat completion"
        ),
        answering(
            "null content",
            .openai,
            #"{"choices":[{"message":{"content":null},"finish_reason":"tool_calls"}]}"#,
            ChatAnswer(text: "", finishReason: .other, model: "test")
        ),
        answering(
            "a refusal",
            .openai,
            #"{"choices":[{"message":{"content":null,"refusal":"I cannot."},"finish_reason":"stop"}]}"#,
            ChatAnswer(text: "I cannot.", finishReason: .refusal, model: "test")
        ),
        answering(
            "a lone surrogate, no usage, and a fingerprint",
            .openai,
            #"{"id":"c","model":"m","system_fingerprint":"fp_1","choices":[{"message":{"content":"A\ud83d."},"finish_reason":"stop"}]}"#,
            ChatAnswer(text: "A\u{FFFD}.", model: "m", requestID: "c", fingerprint: "fp_1")
        ),
        answering(
            "a prompt that a filter refused",
            .openai,
            #"{"error":{"code":"content_filter","message":"Refused \#(Provider.key)."}}"#,
            ChatAnswer(text: "Refused •••.", finishReason: .contentFilter, model: "test"),
            status: 400
        ),
    ]

    /// Bodies that only the Messages API has.
    static let anthropicAnswers: [WireCase] =
        [
            failing(
                "no blocks",
                .anthropic,
                ServerReply(body: #"{"id":"m-1","role":"assistant"}"#),
                .invalidBody,
                id: "m-1",
                words: "no message"
            ),
            answering(
                "an empty list of blocks and no usage",
                .anthropic,
                #"{"content":[],"stop_reason":"end_turn"}"#,
                ChatAnswer(text: "", model: "test")
            ),
            answering(
                "thinking, several texts and a cache",
                .anthropic,
                #"{"id":"m-1","model":"c","role":"assistant","stop_reason":"stop_sequence","content":["#
                    + #"{"type":"thinking","thinking":"Hm.","signature":"x"},{"type":"text","text":"In "},"#
                    + #"{"type":"redacted_thinking","data":"x"},{"type":"text","text":"parts\ud83d."}],"#
                    + #""usage":{"input_tokens":1,"cache_creation_input_tokens":20,"cache_read_input_tokens":300,"output_tokens":4}}"#,
                ChatAnswer(
                    text: "In parts\u{FFFD}.",
                    reasoning: "Hm.",
                    usage: TokenUsage(input: 321, output: 4),
                    model: "c",
                    requestID: "m-1"
                )
            ),
            answering(
                "a refusal with its category",
                .anthropic,
                #"{"content":[],"stop_reason":"refusal","stop_details":{"type":"refusal","category":"bio","explanation":"No."}}"#,
                ChatAnswer(text: "No.", finishReason: .refusal, model: "test", refusalCategory: "bio")
            ),
            answering(
                "a refusal without a category",
                .anthropic,
                #"{"content":[{"type":"text","text":"I cannot."}],"stop_reason":"refusal","stop_details":{"category":null}}"#,
                ChatAnswer(text: "I cannot.", finishReason: .refusal, model: "test")
            ),
        ]
        + [
            ("model_context_window_exceeded", .length), ("pause_turn", .other), ("tool_use", .other),
            ("max_tokens", .length),
        ]
        .map { (reason: String, finishReason: FinishReason) in
            answering(
                reason,
                .anthropic,
                #"{"content":[{"type":"text","text":"A"}],"stop_reason":"\#(reason)"}"#,
                ChatAnswer(text: "A", finishReason: finishReason, model: "test")
            )
        }

    private static func answering(
        _ name: String,
        _ provider: Provider,
        _ body: String,
        _ answer: ChatAnswer,
        status: Int = 200
    ) -> WireCase {
        WireCase(
            name: name,
            provider: provider,
            reply: ServerReply(status: status, body: body),
            outcome: .answer(answer)
        )
    }
}
