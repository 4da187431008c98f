/// A kind of server that speaks OpenAI's chat completions, with what it understands of them.
///
/// Most servers ignore members that they do not know without a word, so that a limit or a schema would be lost unseen; what
/// a profile does not take is not sent, and refused where a pipeline file asks for it.
public enum ServerProfile: String, Sendable, Hashable, CaseIterable {
    /// OpenAI itself.
    case openai
    /// Azure OpenAI, dated deployments included.
    case azure
    /// vLLM; SGLang and LM Studio take the same.
    case vllm
    /// The server of llama.cpp; it keeps 32 bits of a seed.
    case llamacpp
    /// Ollama.
    case ollama
    /// A server of which only what all have in common is expected.
    case plain

    /// Where the token limit goes.
    public var tokenLimitField: TokenLimitField {
        switch self {
        case .openai, .azure: .maxCompletionTokens
        case .vllm, .llamacpp, .ollama, .plain: .maxTokens
        }
    }

    /// Whether the server takes a member of the request body, as far as it is known not to.
    ///
    /// - Parameter member: the member's name, such as `seed`, `response_format` (a JSON schema), `n` or `stop`.
    /// - Returns: false if it would be ignored or refused.
    public func takes(_ member: String) -> Bool {
        switch self {
        case .openai, .azure, .vllm, .llamacpp: true
        case .ollama: !["n", "tool_choice", "max_completion_tokens"].contains(member)
        case .plain: !["n", "seed", "stop", "response_format", "max_completion_tokens"].contains(member)
        }
    }

    /// How the key goes to the server.
    var keyHeader: KeyHeader { self == .azure ? .azure : .bearer }
}
