import EtudeCore
import EtudeModel

/// The body of a request to the Messages API.
struct MessagesBody: Sendable {
    private static let reserved: Set<String> = ["model", "messages", "system", "stream"]
    /// The token limit where the settings have none; the server wants one.
    private static let defaultTokenLimit = 4096

    /// The model's name on the server.
    let model: String

    /// The body of a request as JSON.
    ///
    /// - Parameter request: the request; members of its `extra` replace those of the same name, but for `output_config`, to
    ///   which the format of the answer is added.
    /// - Returns: the document.
    /// - Throws: ``ModelFailure`` of kind `badRequest` if `extra` holds a member that is set elsewhere.
    func json(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        let output = request.settings.extra.last { $0.key == "output_config" }?.value.members ?? []
        guard !output.contains(where: { $0.key == "format" }) else {
            throw ModelFailure(
                .badRequest,
                "The model's `extra` holds `output_config.format`, which Etude sets itself; remove it."
            )
        }
        var extra = request.settings.extra
        if let schema = request.schema {
            let format: JSONValue = ["type": "json_schema", "schema": schema.schema]
            extra.removeAll { $0.key == "output_config" }
            extra.append(JSONMember("output_config", .object(output + [JSONMember("format", format)])))
        }
        return try RequestMembers.merged(members(for: request), extra: extra, reserved: Self.reserved)
    }

    private func members(for request: ChatRequest) -> [JSONMember] {
        let system = request.messages.filter { $0.role == .system }.map(\.content).joined(separator: "\n\n")
        let turns = request.messages.filter { $0.role != .system }.map(\.json)
        var members = [
            JSONMember("model", .string(model)),
            JSONMember("max_tokens", .int(request.settings.maxOutputTokens ?? Self.defaultTokenLimit)),
        ]
        if !system.isEmpty { members.append(JSONMember("system", .string(system))) }
        members.append(JSONMember("messages", .array(turns)))
        if let temperature = request.settings.temperature {
            members.append(JSONMember("temperature", .double(temperature)))
        }
        return members
    }
}
