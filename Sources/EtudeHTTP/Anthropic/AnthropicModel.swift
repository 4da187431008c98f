import AsyncHTTPClient
public import EtudeCore
public import EtudeModel
import NIOHTTP1

/// A model behind Anthropic's Messages API.
///
/// Each answer is one try; ``RequestDispatcher`` decides whether and when another follows.
public struct AnthropicModel: ChatModel {
    /// The header field that says which version of the protocol is spoken.
    static let fields = [("anthropic-version", "2023-06-01")]

    /// The name that keys and rows carry.
    public let name: String
    /// Always false: an answer is paid for, and the next may differ.
    public let isDeterministic = false

    private let server: ModelServer
    private let post: HTTPClient.Request
    private let body: MessagesBody
    private let reader: ReplyReader<MessagesReply>

    /// A model of a server.
    ///
    /// - Parameters:
    ///   - name: the name that keys and rows carry, such as `anthropic/claude-sonnet-5`.
    ///   - model: the model's name on the server.
    ///   - endpoint: the server's address, such as `https://api.anthropic.com/v1`.
    ///   - apiKey: the key, if the server wants one.
    ///   - service: the connections; shared by all models of a run.
    ///   - timeout: the longest time that one try may take, connecting included.
    /// - Throws: ``EtudeError`` with code `config` if the key cannot stand in a header, or the environment names a proxy
    ///   that cannot be used.
    public init(
        name: String,
        model: String,
        endpoint: Endpoint,
        apiKey: Secret?,
        service: HTTPService,
        timeout: Duration = .seconds(600)
    ) throws(EtudeError) {
        self.name = name
        server = try ModelServer(
            endpoint: endpoint,
            apiKey: apiKey,
            keyHeader: .anthropic,
            fields: Self.fields,
            service: service,
            timeout: timeout,
            name: name
        )
        post = try server.request(.POST, "/messages")
        reader = ReplyReader(model: model, secret: apiKey)
        body = MessagesBody(model: model)
    }

    /// Asks the server once.
    ///
    /// - Parameter request: the request; its seed is not sent, because the server takes none.
    /// - Returns: the answer.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try reader.answer(from: try await server.send(post, try body.json(for: request)), now: WallClock.seconds)
    }

    /// The names of the models that the server has.
    ///
    /// - Returns: the names; nil where the server has no list of models.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    public func models() async throws -> [String]? {
        try await server.models(query: "limit=1000")
    }
}
