import EtudeCore
import EtudeModel

/// The body of a request for a chat completion.
struct CompletionBody: Sendable {
    /// Members that a pipeline file may not put into `extra`, because answers could not be read or matched any more.
    private static let reserved: Set<String> = ["model", "messages", "response_format", "stream", "n"]

    /// The model's name on the server.
    let model: String
    /// Where the token limit goes.
    let tokenLimitField: TokenLimitField
    /// Whether the server takes a seed.
    let sendsSeed: Bool

    /// The body of a request as JSON.
    ///
    /// - Parameter request: the request; members of its `extra` replace those of the same name.
    /// - Returns: the document.
    /// - Throws: ``ModelFailure`` of kind `badRequest` if `extra` holds a member that is set elsewhere.
    func json(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        if let member = request.settings.extra.first(where: { Self.reserved.contains($0.key) }) {
            throw ModelFailure(
                .badRequest,
                "The model's `extra` holds `\(member.key)`, which Etude sets itself; remove it."
            )
        }
        let extra = Set(request.settings.extra.map(\.key))
        let own = members(for: request).filter { !extra.contains($0.key) }
        return .object(own + request.settings.extra)
    }

    private func members(for request: ChatRequest) -> [JSONMember] {
        var members = [
            JSONMember("model", .string(model)),
            JSONMember("messages", .array(request.messages.map(\.json))),
        ]
        if let temperature = request.settings.temperature {
            members.append(JSONMember("temperature", .double(temperature)))
        }
        if let limit = request.settings.maxOutputTokens {
            members.append(JSONMember(tokenLimitField.rawValue, .int(limit)))
        }
        if sendsSeed {
            members.append(JSONMember("seed", .int(request.seed.wire)))
        }
        if let schema = request.schema {
            let format: JSONValue = ["name": .string(schema.name), "strict": true, "schema": schema.schema]
            members.append(JSONMember("response_format", ["type": "json_schema", "json_schema": format]))
        }
        return members
    }
}
