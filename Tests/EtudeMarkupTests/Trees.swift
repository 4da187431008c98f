import EtudeMarkup

/// Trees of texts.
enum Trees {
    static func of(
        _ text: String,
        _ syntax: MarkupSyntax,
        chunk: Int = 1000,
        limits: MarkupLimits = .tree
    ) throws -> MarkupTree {
        let parser = MarkupTreeParser(syntax, file: syntax == .xml ? "t.xml" : "t.html", limits: limits)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            try parser.parse(Array(bytes[start..<min(start + chunk, bytes.count)]))
        }
        return try parser.finish()
    }

    /// The texts that an XPath gives from the root.
    static func texts(_ path: String, in tree: MarkupTree) throws -> [String] {
        try tree.texts(try tree.path(path), from: tree.root)
    }
}
