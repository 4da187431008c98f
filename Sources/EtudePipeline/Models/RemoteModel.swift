import EtudeHTTP
import EtudeModel

/// A model behind a server that can say which models it has.
protocol RemoteModel: ChatModel {
    /// The names of the server's models; nil where it does not say.
    func models() async throws -> [String]?
}

extension OpenAIModel: RemoteModel {}
extension AnthropicModel: RemoteModel {}
