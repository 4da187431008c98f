import EtudeCore

/// Reads a list of names, each a text of its own, that more is asked about.
enum ProposedNames {
    /// The different names of a list, in its order.
    ///
    /// - Parameters:
    ///   - entries: the list.
    ///   - limit: the most names; the rest is refused.
    ///   - books: take note of what is refused.
    /// - Returns: the names.
    static func read(_ entries: [JSONValue], atMost limit: Int, noting books: inout ExtractionBooks) -> [String] {
        var names: [String] = []
        var keys: Set<String> = []
        for entry in entries {
            do {
                let name = try ProposedText.name(entry.string ?? entry["name"]?.string ?? "")
                guard keys.insert(NameStems.key(name)).inserted else {
                    books.refuse("named before")
                    continue
                }
                guard names.count < limit else {
                    books.refuse("more than were asked for")
                    continue
                }
                names.append(name)
            } catch {
                books.refuse(error.reason)
            }
        }
        return names
    }
}
