import EtudeCore

/// The variables that a template names in its first comment.
struct TemplateDeclaration: Sendable, Hashable {
    /// One variable.
    struct Name: Sendable, Hashable {
        /// The whole name, such as `skills.name`.
        let path: String
        /// The line where it is named.
        let line: Int

        /// The name within its list.
        let key: String
        /// The list it is a field of, or nothing.
        let list: String

        /// A name written in parts.
        init(parts: [Substring], line: Int) {
            path = parts.joined(separator: ".")
            key = parts.last.map(String.init) ?? ""
            list = parts.dropLast().joined(separator: ".")
            self.line = line
        }
    }

    /// The word that begins the comment.
    static let keyword = "variables:"

    /// The variables in the order of the comment.
    let names: [Name]
    private let paths: Set<String>
    private let lists: Set<String>

    /// Reads the comment.
    ///
    /// - Parameters:
    ///   - comment: what stands between `{{!` and `}}`.
    ///   - file: the file as errors name it.
    ///   - line: the line on which the comment begins.
    /// - Throws: ``EtudeError`` with code `data` for what is no name, or one that stands twice.
    init(comment: Substring, file: String, line: Int) throws(EtudeError) {
        var names: [Name] = []
        var paths: Set<String> = []
        for (offset, text) in comment.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for word in text.split(whereSeparator: \.isWhitespace) where word != Self.keyword {
                let place = Place(file: file, line: line + offset)
                let parts = word.split(separator: ".", omittingEmptySubsequences: false)
                guard parts.allSatisfy({ TemplateTag.isName($0) }) else {
                    throw EtudeError(
                        .data,
                        "\"\(word)\" is no name of a variable; names are written in lower_case and parted by blanks.",
                        at: place
                    )
                }
                guard paths.insert(String(word)).inserted else {
                    throw EtudeError(.data, "The variable \(word) is named twice; remove one.", at: place)
                }
                names.append(Name(parts: parts, line: line + offset))
            }
        }
        self.names = names
        self.paths = paths
        lists = Set(names.map(\.list))
    }

    /// Whether a variable is named.
    func contains(_ path: String) -> Bool { paths.contains(path) }

    /// Whether a variable is a list with fields.
    func hasFields(_ path: String) -> Bool { lists.contains(path) }
}
