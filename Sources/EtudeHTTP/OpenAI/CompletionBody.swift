import EtudeCore
import EtudeModel

/// The body of a request for a chat completion.
struct CompletionBody: Sendable {
    private static let reserved: Set<String> = ["model", "messages", "response_format", "stream", "n"]

    /// The model's name on the server.
    let model: String
    /// What the server understands.
    let capabilities: OpenAIModel.Capabilities

    /// The body of a request as JSON.
    ///
    /// - Parameter request: the request; members of its `extra` replace those of the same name.
    /// - Returns: the document.
    /// - Throws: ``ModelFailure`` of kind `badRequest` if `extra` holds a member that is set elsewhere, or that the server
    ///   does not take.
    func json(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        let body = try RequestMembers.merged(
            members(for: request),
            extra: request.settings.extra,
            reserved: Self.reserved
        )
        if let member = request.settings.extra.first(where: { !capabilities.profile.takes($0.key) }) {
            throw ModelFailure(
                .badRequest,
                "The model's `extra` holds `\(member.key)`, which a server of the profile"
                    + " `\(capabilities.profile.rawValue)` does not take; remove it, or name another profile."
            )
        }
        return body
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
            members.append(JSONMember(capabilities.tokenLimitField.rawValue, .int(limit)))
        }
        if capabilities.profile.takes("seed") {
            members.append(JSONMember("seed", .int(request.serverSeed.wire)))
        }
        if let schema = request.schema, capabilities.profile.takes("response_format") {
            let format: JSONValue = ["name": .string(schema.name), "strict": true, "schema": schema.schema]
            members.append(JSONMember("response_format", ["type": "json_schema", "json_schema": format]))
        }
        return members
    }
}
