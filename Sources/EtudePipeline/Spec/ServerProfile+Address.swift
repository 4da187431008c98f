import EtudeHTTP

extension ServerProfile {
    /// The profile of a server whose kind the pipeline file does not name: OpenAI's and Azure's are told by the host, and
    /// every other gets what vLLM, llama.cpp, Ollama and most of their like understand.
    init(address: String) {
        let host = address.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != ":" }.lowercased()
        self =
            switch host {
            case "api.openai.com": .openai
            case _ where host.hasSuffix(".azure.com"): .azure
            default: .vllm
            }
    }
}
