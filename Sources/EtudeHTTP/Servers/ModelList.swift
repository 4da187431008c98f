import EtudeCore

/// The list of a server's models.
enum ModelList {
    /// The names in a list: `{"data": [{"id"}]}` as OpenAI and Anthropic have it, or the bare list.
    ///
    /// - Parameter json: the body of the reply.
    /// - Returns: the names in order; nil for any other document.
    static func names(in json: JSONValue) -> [String]? {
        guard let entries = json["data"]?.array ?? json.array else { return nil }
        let names = entries.compactMap { $0["id"]?.string }
        return names.count == entries.count ? names : nil
    }
}
