import EtudeCore
import EtudeModel

/// The body of a request for the embedding of one text.
struct EmbeddingBody: Sendable {
    private static let reserved: Set<String> = ["model", "input"]

    /// The model's name on the server.
    let model: String

    /// The body of a request as JSON: its turns are the text.
    ///
    /// - Parameter request: the request; `extra` may add `dimensions` or `encoding_format`.
    /// - Returns: the document.
    /// - Throws: ``ModelFailure`` of kind `badRequest` if `extra` holds a member that is set elsewhere.
    func json(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        let text = request.messages.map(\.content).joined(separator: "\n")
        return try RequestMembers.merged(
            [JSONMember("model", .string(model)), JSONMember("input", .array([.string(text)]))],
            extra: request.settings.extra,
            reserved: Self.reserved
        )
    }
}
