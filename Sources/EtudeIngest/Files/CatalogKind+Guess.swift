import EtudeCore

extension CatalogKind {
    private static let endings: [String: CatalogKind] = [
        "yaml": .yaml, "yml": .yaml, "json": .json, "jsonl": .jsonl, "ndjson": .jsonl, "csv": .csv, "tsv": .tsv,
        "tab": .tsv, "rdf": .skos, "skos": .skos, "owl": .skos, "html": .html, "htm": .html, "xhtml": .html,
    ]

    /// The kind of a file: by the end of its name, else by its beginning.
    ///
    /// - Parameters:
    ///   - path: the file, whose `.gz` does not count.
    ///   - head: the beginning of its text.
    /// - Returns: the kind.
    /// - Throws: ``EtudeError`` with code `data` where neither tells.
    static func guess(_ path: String, head: [UInt8]) throws(EtudeError) -> CatalogKind {
        let text = String(decoding: head.prefix(4096), as: UTF8.self)
        let ending = self.ending(of: path)
        if let kind = endings[ending] { return kind }
        if ending == "txt" { return isSkillList(text) ? .instructSkillMix : .list }
        if let kind = kind(of: text.drop(while: \.isWhitespace)) { return kind }
        throw EtudeError(
            .data,
            "The kind of file cannot be told from its name or its beginning; say it with `--as` (`as:` in a pipeline file): "
                + "\(allCases.map(\.rawValue).joined(separator: ", ")).",
            at: Place(file: path)
        )
    }

    private static func ending(of path: String) -> String {
        var name = Substring(path.split(separator: "/").last ?? "").lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        return name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    }

    private static func kind(of text: Substring) -> CatalogKind? {
        guard let first = text.first else { return nil }
        let lines = text.split(whereSeparator: \.isNewline).prefix(2)
        switch first {
        case "<": return markup(text)
        case "{":
            let isObject = lines.first.map { (try? JSONParser.parse(String($0))) != nil } ?? false
            return isObject && lines.count > 1 ? .jsonl : .json
        case "[": return .json
        case "-" where text.hasPrefix("- ") || text.hasPrefix("---"): return .yaml
        default: return lines.first.flatMap { table($0) }
        }
    }

    private static func markup(_ text: Substring) -> CatalogKind {
        let lower = text.lowercased()
        if lower.contains("http://www.w3.org/2004/02/skos/core#") { return .skos }
        return lower.contains("<html") || lower.contains("<!doctype html") ? .html : .xml
    }

    /// The kind of a table by its header, which names the field of names.
    private static func table(_ header: Substring) -> CatalogKind? {
        for (kind, separator) in [(CatalogKind.csv, Character(",")), (.tsv, "\t")] {
            let names = header.split(separator: separator).map { $0.trimmingQuotes.lowercased() }
            if names.count > 1, names.contains("name") || names.contains("skill") { return kind }
        }
        return nil
    }

    /// Whether the lines of a text are names in snake_case, at least half of them of several words.
    private static func isSkillList(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline).dropLast(text.utf8.count >= 4096 ? 1 : 0)
            .filter { !$0.allSatisfy(\.isWhitespace) }
        let names = lines.compactMap(SnakeCaseName.init)
        return !lines.isEmpty && names.count == lines.count && names.count { $0.isSnakeCase } * 2 >= names.count
    }
}

extension Substring {
    /// The text less the blanks and quotation marks around it.
    fileprivate var trimmingQuotes: String {
        String(Spelling.trimmed(self).drop { $0 == "\"" }.prefix { $0 != "\"" })
    }
}
