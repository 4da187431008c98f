/// What a document says of its own encoding.
enum DeclaredEncoding {
    /// The bytes in which HTML looks for a declaration (HTML Living Standard, 4.2.5.4).
    private static let searched = 1024

    /// The encoding that an XML declaration or an HTML `meta` element names, cut to 40 letters; nil for none.
    static func label(in head: [UInt8]) -> String? {
        let text = String(decoding: head.prefix(searched).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
        let start = text.drop(while: \.isWhitespace)
        guard start.first == "<" else { return nil }
        if start.hasPrefix("<?xml") { return value(of: "encoding", in: declaration(start)) ?? meta(start) }
        return meta(start)
    }

    private static func declaration(_ text: Substring) -> Substring {
        text.firstRange(of: "?>").map { text[..<$0.lowerBound] } ?? text
    }

    /// What the first `meta` element outside of comments says.
    private static func meta(_ text: Substring) -> String? {
        var rest = Substring(text.lowercased())
        while let mark = rest.firstIndex(of: "<") {
            rest = rest[mark...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { return nil }
                rest = rest[end.upperBound...]
            } else if rest.hasPrefix("<meta") {
                let element = rest.prefix { $0 != ">" }
                if let label = value(of: "charset", in: element) { return label }
                rest = rest[element.endIndex...]
            } else {
                rest = rest.dropFirst()
            }
        }
        return nil
    }

    /// What stands behind a name and an equals sign, with or without quotes.
    private static func value(of name: String, in text: Substring) -> String? {
        guard let found = text.firstRange(of: name) else { return nil }
        let rest = text[found.upperBound...].drop(while: \.isWhitespace)
        guard rest.first == "=" else { return nil }
        let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
            .prefix { $0.isLetter || $0.isNumber || "-_:.+".contains($0) }
        return value.isEmpty ? nil : String(value.prefix(40))
    }
}
