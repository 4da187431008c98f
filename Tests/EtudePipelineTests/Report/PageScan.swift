import Testing

/// Reads a page back: its tags in their order, and its tables as text.
struct PageScan {
    /// The elements that have no end.
    private static let empty: Set<String> = ["!doctype", "meta", "wbr"]

    let html: String
    /// What is wrong with the nesting of the tags; nil for a page whose every element is ended where it should be.
    private(set) var fault: String?
    /// The names of all elements.
    private(set) var elements: Set<String> = []

    init(_ html: String) {
        self.html = html
        var open: [Substring] = []
        for part in html.split(separator: "<", omittingEmptySubsequences: true) where fault == nil {
            guard let end = part.firstIndex(of: ">") else {
                fault = "a tag without end: \(part.prefix(40))"
                break
            }
            let tag = part[..<end]
            guard !tag.hasPrefix("/") else {
                let last = open.popLast()
                if last != tag.dropFirst() { fault = "\(tag) ends \(last ?? "nothing")" }
                continue
            }
            let name = tag.prefix { $0 != " " && $0 != "/" }
            elements.insert(String(name))
            if !Self.empty.contains(String(name)), !tag.hasSuffix("/") { open.append(name) }
        }
        if fault == nil, !open.isEmpty { fault = "without end: \(open)" }
    }

    /// The words between tags, with the references of signs resolved.
    static func words(_ markup: Substring) -> String {
        var result = ""
        var isTag = false
        for character in markup {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                result.append(character)
            }
        }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(result) { $0.replacing($1.0, with: $1.1) }
    }

    /// The rows of the table of a caption, each with the words of its cells; the head first.
    func table(_ caption: String) throws -> [[String]] {
        let start = try #require(html.firstRange(of: "<caption>\(caption)</caption>"), "\(caption)")
        let end = try #require(html[start.upperBound...].firstRange(of: "</table>"))
        return html[start.upperBound..<end.lowerBound].split(separator: "<tr").dropFirst().map { row in
            row.drop { $0 != ">" }.dropFirst().split(separator: "</td>").flatMap { $0.split(separator: "</th>") }
                .map(Self.words)
                .dropLast()
        }
    }

    /// The words of all elements of a name, in their order.
    func all(_ element: String) -> [String] {
        html.split(separator: "<\(element)").dropFirst().compactMap { part in
            part.firstRange(of: "</\(element)>").map {
                Self.words(part[..<$0.lowerBound].drop { $0 != ">" }.dropFirst())
            }
        }
    }
}
