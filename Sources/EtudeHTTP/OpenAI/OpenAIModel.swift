import AsyncHTTPClient
public import EtudeCore
public import EtudeModel
import NIOHTTP1

/// A model behind the chat completions, or the embeddings, of OpenAI or of any server that speaks like it.
///
/// Each answer is one try; ``RequestDispatcher`` decides whether and when another follows.
public struct OpenAIModel: ChatModel {
    /// What differs from server to server.
    public struct Capabilities: Sendable, Hashable {
        /// The kind of server.
        public var profile: ServerProfile
        /// Where the token limit goes.
        public var tokenLimitField: TokenLimitField

        /// Capabilities of a kind of server; the default suits vLLM, llama.cpp, Ollama and most others.
        ///
        /// - Parameters:
        ///   - profile: the kind.
        ///   - tokenLimitField: where the token limit goes, if not where the kind has it.
        public init(profile: ServerProfile = .vllm, tokenLimitField: TokenLimitField? = nil) {
            self.profile = profile
            self.tokenLimitField = tokenLimitField ?? profile.tokenLimitField
        }
    }

    /// The name that keys and rows carry.
    public let name: String
    /// Always false: an answer is paid for, and the next may differ.
    public let isDeterministic = false

    private let server: ModelServer
    private let post: HTTPClient.Request
    private let body: CompletionBody
    private let reader: ReplyReader<Completion>
    private let embeddingPost: HTTPClient.Request
    private let embeddingBody: EmbeddingBody
    private let embeddingReader: ReplyReader<EmbeddingReply>

    /// A model of a server.
    ///
    /// - Parameters:
    ///   - name: the name that keys and rows carry, such as `openai/gpt-5-mini`.
    ///   - model: the model's name on the server.
    ///   - endpoint: the server's address.
    ///   - apiKey: the key, if the server wants one.
    ///   - service: the connections; shared by all models of a run.
    ///   - timeout: the longest time that one try may take, connecting included.
    ///   - capabilities: what the server understands.
    /// - Throws: ``EtudeError`` with code `config` if the key cannot stand in a header, or the environment names a proxy
    ///   that cannot be used.
    public init(
        name: String,
        model: String,
        endpoint: Endpoint,
        apiKey: Secret?,
        service: HTTPService,
        timeout: Duration = .seconds(600),
        capabilities: Capabilities = Capabilities()
    ) throws(EtudeError) {
        self.name = name
        server = try ModelServer(
            endpoint: endpoint,
            apiKey: apiKey,
            keyHeader: capabilities.profile.keyHeader,
            service: service,
            timeout: timeout,
            name: name
        )
        post = try server.request(.POST, "/chat/completions")
        reader = ReplyReader(model: model, secret: apiKey)
        body = CompletionBody(model: model, capabilities: capabilities)
        embeddingPost = try server.request(.POST, "/embeddings")
        embeddingBody = EmbeddingBody(model: model)
        embeddingReader = ReplyReader(model: model, secret: apiKey)
    }

    /// Asks the server once.
    ///
    /// - Parameter request: the request.
    /// - Returns: the answer.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        guard request.task != .embed else {
            let reply = try await server.send(embeddingPost, try embeddingBody.json(for: request))
            return try embeddingReader.answer(from: reply, now: WallClock.seconds)
        }
        return try reader.answer(from: try await server.send(post, try body.json(for: request)), now: WallClock.seconds)
    }

    /// The names of the models that the server has.
    ///
    /// - Returns: the names; nil where the server has no list of models. llama.cpp names the file of its model.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    public func models() async throws -> [String]? {
        try await server.models()
    }
}
