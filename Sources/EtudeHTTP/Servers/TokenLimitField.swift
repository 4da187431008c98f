/// The member of a request body that limits the tokens of an answer.
public enum TokenLimitField: String, Sendable, Hashable, CaseIterable {
    /// What llama.cpp, vLLM, Ollama, SGLang and LM Studio all understand.
    ///
    /// It is the default because Ollama does not know the newer name and says nothing: the answer would have no limit.
    case maxTokens = "max_tokens"
    /// What the reasoning models of OpenAI want; they refuse the older name with a sentence that says so.
    case maxCompletionTokens = "max_completion_tokens"
}
