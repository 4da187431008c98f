import AsyncHTTPClient
public import EtudeCore
public import EtudeModel
import Foundation
import NIOHTTP1

/// A model behind the chat completions of OpenAI or of any server that speaks like it.
///
/// Each answer is one try; wrap it in ``RetryingModel`` to try again.
public struct OpenAIModel: ChatModel {
    /// What differs from server to server.
    public struct Capabilities: Sendable, Hashable {
        /// Where the token limit goes.
        public var tokenLimitField: TokenLimitField
        /// Whether the server takes a `seed`; some refuse members that they do not know.
        public var takesSeed: Bool

        /// Capabilities; the defaults suit OpenAI, vLLM, llama.cpp and Ollama.
        public init(tokenLimitField: TokenLimitField = .maxTokens, takesSeed: Bool = true) {
            self.tokenLimitField = tokenLimitField
            self.takesSeed = takesSeed
        }
    }

    /// The name that keys and rows carry.
    public let name: String
    /// Always false: an answer is paid for, and the next may differ.
    public let isDeterministic = false

    private let service: HTTPService
    private let address: String
    private let apiKey: Secret?
    private let body: CompletionBody
    private let reader: ReplyReader
    private let timeout: Duration

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
    /// - Throws: ``EtudeError`` with code `config` if the key cannot stand in a header.
    public init(
        name: String,
        model: String,
        endpoint: Endpoint,
        apiKey: Secret?,
        service: HTTPService,
        timeout: Duration = .seconds(600),
        capabilities: Capabilities = Capabilities()
    ) throws(EtudeError) {
        if let apiKey, apiKey.value.isEmpty || !apiKey.value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            throw EtudeError(
                .config,
                "The key of \(name) is empty, or holds a blank, a line break or a character not ASCII."
            )
        }
        self.name = name
        self.service = service
        self.apiKey = apiKey
        self.timeout = timeout
        address = endpoint.baseURL + "/chat/completions"
        reader = ReplyReader(model: model, secret: apiKey)
        body = CompletionBody(
            model: model,
            tokenLimitField: capabilities.tokenLimitField,
            sendsSeed: capabilities.takesSeed
        )
    }

    /// Asks the server once.
    ///
    /// - Parameter request: the request.
    /// - Returns: the answer.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        var writer = JSONWriter()
        writer.write(try body.json(for: request))
        var post = HTTPClientRequest(url: address)
        post.method = .POST
        post.headers.add(name: "content-type", value: "application/json")
        post.headers.add(name: "accept", value: "application/json")
        post.headers.add(name: "user-agent", value: "etude")
        if let apiKey {
            post.headers.add(name: "authorization", value: "Bearer \(apiKey.value)")
        }
        post.body = .bytes(writer.bytes)
        let reply = try await service.send(post, timeout: timeout)
        return try reader.answer(from: reply, now: Int(Date().timeIntervalSince1970))
    }
}
