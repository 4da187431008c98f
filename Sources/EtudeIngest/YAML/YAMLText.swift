import EtudeCore
import Yams

/// Turns YAML text into nodes, within limits, and nodes into JSON.
enum YAMLText {
    /// The most bytes a YAML file may have.
    static let maximumBytes = 1 << 20
    /// How deep mappings and lists may stand in one another.
    static let maximumDepth = 64

    /// Composes the one document of a text.
    static func compose(_ text: String, _ lines: YAMLLines, code: EtudeError.Code) throws(EtudeError) -> Node {
        guard text.utf8.count <= maximumBytes else {
            throw EtudeError(code, "The file has more than \(maximumBytes >> 20) MiB.", at: Place(file: lines.file))
        }
        if let safe = YAMLAliases.replaced(in: text) {
            // Without aliases, a few anchors cannot stand for a billion nodes; the anchors are refused below.
            _ = try nodes(of: safe, lines, code: code)
        }
        return try nodes(of: text, lines, code: code)
    }

    private static func nodes(of text: String, _ lines: YAMLLines, code: EtudeError.Code) throws(EtudeError) -> Node {
        let parser: Parser
        let node: Node?
        do {
            // Nothing here asks what plain texts mean to YAML 1.1.
            parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            node = try parser.singleRoot()
        } catch let error as YamlError {
            throw failure(error, lines, code: code)
        } catch {
            throw EtudeError(code, "The file is not YAML: \(error).", at: Place(file: lines.file))
        }
        guard let node else { throw EtudeError(code, "The file is empty.", at: Place(file: lines.file)) }
        // Nodes refer to their anchors weakly, and the parser keeps them.
        try withExtendedLifetime(parser) { () throws(EtudeError) in
            try refuseAnchors(node, lines, code: code, depth: 0)
        }
        return node
    }

    /// Puts `key.path=value` into a document, replacing what stands at the path.
    ///
    /// - Parameters:
    ///   - override: the path, an equals sign, and a value in YAML.
    ///   - node: the document.
    /// - Throws: ``EtudeError`` with code `usage` where the path or value cannot be understood.
    static func apply(_ override: String, to node: inout Node) throws(EtudeError) {
        guard let equals = override.firstIndex(of: "="), equals > override.startIndex else {
            throw EtudeError(.usage, "`--set \(override)` should be written as `--set key.path=value`.")
        }
        let path = override[..<equals].split(separator: ".").map(String.init)
        let value: Node
        do {
            value = try compose(
                String(override[override.index(after: equals)...]),
                YAMLLines(file: "--set"),
                code: .usage
            )
        } catch {
            throw EtudeError(
                .usage,
                "`--set \(override)` does not end with a value in YAML; give one, such as `seed=7`."
            )
        }
        try put(value, at: path[...], into: &node, override: override)
    }

    private static func put(
        _ value: Node,
        at path: ArraySlice<String>,
        into node: inout Node,
        override: String
    ) throws(EtudeError) {
        guard let key = path.first else {
            node = value
            return
        }
        guard var mapping = node.mapping else {
            throw EtudeError(.usage, "`--set \(override)`: there are no keys above `\(key)`.")
        }
        // Keys are compared as texts: to the parser a `2` of the file and one of the command line may differ.
        let name = mapping.keys.first { $0.scalar?.string == key } ?? Node(key)
        var inner = mapping[name] ?? .mapping(Node.Mapping([]))
        try put(value, at: path.dropFirst(), into: &inner, override: override)
        mapping[name] = inner
        node = .mapping(mapping)
    }

    /// The value of a node, plain scalars read as YAML 1.2's core schema reads them.
    static func json(_ node: Node) -> JSONValue {
        switch node {
        case .scalar(let scalar): json(scalar)
        case .sequence(let sequence): .array(sequence.map(json))
        case .mapping(let mapping): .object(mapping.map { JSONMember($0.key.scalar?.string ?? "", json($0.value)) })
        case .alias: .null
        }
    }

    private static func json(_ scalar: Node.Scalar) -> JSONValue {
        guard scalar.style == .plain else { return .string(scalar.string) }
        switch scalar.string {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "~", "": return .null
        default:
            if let number = Int(scalar.string) { return .int(number) }
            if let number = Double(scalar.string), number.isFinite { return .double(number) }
            return .string(scalar.string)
        }
    }

    private static func refuseAnchors(_ node: Node, _ lines: YAMLLines, code: EtudeError.Code, depth: Int)
        throws(EtudeError)
    {
        let place = lines.place(node.mark)
        guard depth <= maximumDepth else {
            throw EtudeError(code, "Lists and mappings stand more than \(maximumDepth) deep.", at: place)
        }
        if let anchor = node.anchor {
            throw EtudeError(
                code,
                "The anchor `&\(anchor.rawValue.excerpt)` and its aliases are not allowed in this file; write the value out.",
                at: place
            )
        }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard let name = key.scalar else {
                    throw EtudeError(code, "A key should be a plain text.", at: lines.place(key.mark))
                }
                guard name.string != "<<" || name.style != .plain else {
                    throw EtudeError(
                        code,
                        "The merge key `<<` is not allowed in this file; write the keys out.",
                        at: lines.place(key.mark)
                    )
                }
                try refuseAnchors(key, lines, code: code, depth: depth + 1)
                try refuseTag(value, lines, code: code)
                try refuseAnchors(value, lines, code: code, depth: depth + 1)
            }
        case .sequence(let sequence):
            for element in sequence {
                try refuseTag(element, lines, code: code)
                try refuseAnchors(element, lines, code: code, depth: depth + 1)
            }
        case .scalar, .alias: break
        }
    }

    /// Refuses the tag of a value, but for that of a text, which the parser gives quoted texts.
    ///
    /// Keys are not looked at: comparing them, the parser gives them tags of its own.
    private static func refuseTag(_ node: Node, _ lines: YAMLLines, code: EtudeError.Code) throws(EtudeError) {
        let tag: Tag? =
            switch node {
            case .scalar(let scalar): scalar.tag
            case .mapping(let mapping): mapping.tag
            case .sequence(let sequence): sequence.tag
            case .alias: nil
            }
        guard let name = tag?.rawValue, !["", "tag:yaml.org,2002:str"].contains(name) else { return }
        throw EtudeError(
            code,
            "The tag `\(name.excerpt)` is not allowed in this file; remove it.",
            at: lines.place(node.mark)
        )
    }

    private static func failure(_ error: YamlError, _ lines: YAMLLines, code: EtudeError.Code) -> EtudeError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            EtudeError(
                code,
                "The file is not YAML here: \(problem)\(hint(problem)).",
                at: lines.place(mark)
            )
        case .reader(let problem, let offset, _, let yaml):
            EtudeError(
                code,
                "The file is not YAML here: \(problem).",
                at: Place(
                    file: lines.file,
                    line: offset.map { yaml.prefix($0).count(where: \.isNewline) + lines.first }
                )
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            EtudeError(
                code,
                "The key `\(duplicates.first?.excerpt ?? "")` stands twice; keep one.",
                at: lines.place(context.mark)
            )
        default:
            EtudeError(code, "The file is not YAML: \(error).", at: Place(file: lines.file))
        }
    }

    /// What most likely led to a problem.
    private static func hint(_ problem: String) -> String {
        problem.contains("cannot start any token") || problem.contains("tab character")
            ? " (indent with blanks, not tabs, and put a text that begins with a special character in quotes)" : ""
    }
}
