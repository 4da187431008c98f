import EtudeCore

/// A part of a template's tree.
indirect enum TemplateNode: Sendable, Hashable {
    /// Where a value is found: the frame, counted from the outermost, and the key in it.
    struct Reference: Sendable, Hashable {
        let path: String
        let frame: Int
        let key: String
        let line: Int
    }

    /// Fixed text.
    case text(String)
    /// A place for a text.
    case variable(Reference)
    /// A part that is shown once, for each element, or not at all.
    case section(Reference, [TemplateNode])
    /// A part that is shown for what is false or empty.
    case inverted(Reference, [TemplateNode])
}

/// Builds a template's tree and checks its names against those it declares.
struct TemplateParser {
    /// The variables that the template names.
    let declaration: TemplateDeclaration
    private let file: String
    private var tokens: ArraySlice<TemplateToken>
    private var used: Set<String> = []

    /// Reads the tags and the declaration.
    init(source: String, file: String) throws(EtudeError) {
        let lines = String(source.map { $0 == "\r\n" ? "\n" : $0 })
        var tokenizer = TemplateTokenizer(source: lines, file: file)
        tokens = try tokenizer.tokens()[...]
        self.file = file
        guard case .tag(let tag)? = tokens.popFirst(), tag.kind == .comment,
            tag.name.drop(while: \.isWhitespace).hasPrefix(TemplateDeclaration.keyword)
        else {
            throw EtudeError(
                .data,
                "A template begins by naming its variables: {{! variables: topic skills skills.name }}.",
                at: Place(file: file, line: 1)
            )
        }
        declaration = try TemplateDeclaration(comment: tag.name, file: file, line: tag.line)
    }

    /// The tree of the whole template.
    mutating func parse() throws(EtudeError) -> [TemplateNode] {
        let nodes = try nodes(until: nil, scopes: [""])
        for name in declaration.names where !used.contains(name.path) {
            throw EtudeError(
                .data,
                "The variable \(name.path) is named and not used; use it or take its name out.",
                at: Place(file: file, line: name.line)
            )
        }
        return nodes
    }

    /// The nodes up to the end of the section that `opening` began, below the sections of the paths `scopes`.
    private mutating func nodes(until opening: TemplateTag?, scopes: [String]) throws(EtudeError) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let token = tokens.popFirst() {
            switch token {
            case .text(let text):
                nodes.append(.text(String(text)))
            case .tag(let tag):
                switch tag.kind {
                case .comment: break
                case .variable: nodes.append(.variable(try reference(tag, scopes: scopes)))
                case .section:
                    let reference = try reference(tag, scopes: scopes)
                    nodes.append(.section(reference, try self.nodes(until: tag, scopes: scopes + [reference.path])))
                case .inverted:
                    nodes.append(
                        .inverted(try reference(tag, scopes: scopes), try self.nodes(until: tag, scopes: scopes))
                    )
                case .end:
                    guard let opening, opening.name == tag.name else { throw strayEnd(tag, of: opening) }
                    return nodes
                }
            }
        }
        guard let opening else { return nodes }
        throw EtudeError(
            .data,
            "The section \(opening.name) is opened and not closed; write {{/\(opening.name)}} after it.",
            at: Place(file: file, line: opening.line)
        )
    }

    private mutating func reference(_ tag: TemplateTag, scopes: [String]) throws(EtudeError) -> TemplateNode.Reference {
        for (frame, scope) in scopes.enumerated().reversed() {
            let path = scope.isEmpty ? String(tag.name) : "\(scope).\(tag.name)"
            guard declaration.contains(path) else { continue }
            used.insert(path)
            return TemplateNode.Reference(path: path, frame: frame, key: String(tag.name), line: tag.line)
        }
        let hint = Suggestion.nearest(to: String(tag.name), in: declaration.names.map(\.key)).map {
            "did you mean \($0)? "
        }
        throw EtudeError(
            .data,
            "The variable \(tag.name) is used and not named here; \(hint ?? "")name it in the first comment or mend the tag.",
            at: Place(file: file, line: tag.line)
        )
    }

    private func strayEnd(_ tag: TemplateTag, of opening: TemplateTag?) -> EtudeError {
        let open = opening.map { "the open section is \($0.name), from line \($0.line)" } ?? "no section is open"
        return EtudeError(
            .data,
            "{{/\(tag.name)}} closes a section that is not open: \(open).",
            at: Place(file: file, line: tag.line)
        )
    }
}
