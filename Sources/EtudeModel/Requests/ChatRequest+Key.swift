import EtudeCore

extension ChatRequest {
    /// The name under which an answer to this request is kept.
    ///
    /// SHA-256 over the canonical JSON, keys sorted, of key version, model, messages, temperature, `extra`, schema,
    /// seed and ask. The token limit is not in it, so that an answer which was not cut still serves under another
    /// limit. A request for an embedding has the member `kind` besides.
    ///
    /// - Parameter model: the model's name, as ``ChatModel/name`` has it.
    /// - Returns: 64 hexadecimal digits.
    public func key(model: String) -> String {
        let document: JSONValue = [
            "version": 1,
            "model": .string(model),
            "messages": .array(messages.map(\.json)),
            "temperature": settings.temperature.map(JSONValue.double) ?? .null,
            "extra": .object(settings.extra),
            "schema": schema.map { ["name": .string($0.name), "schema": $0.schema] } ?? .null,
            "seed": .string(seed.description),
            "ask": .int(ask),
        ]
        let kind = task == .embed ? [JSONMember("kind", "embedding")] : []
        return SHA256.digest(of: JSONValue.object((document.members ?? []) + kind).sortedByKey.canonicalText).hex
    }
}
