public import EtudeCore
import Yams

/// A strict reader of one YAML mapping: every key is read with a wanted type, and what is left over is refused.
///
/// Scalars are taken as they are written: a text may look like a number, but a number must be one. Aliases and anchors are
/// refused, since nothing in these files needs them and they are how small files grow huge.
public struct YAMLReader {
    /// The file as the user wrote it.
    public var file: String { lines.file }
    private let lines: YAMLLines
    /// The path to this mapping, such as `splits.train`; empty at the top.
    public let path: String
    /// The exit code of a mistake: `config` in pipeline files, `data` in catalogs.
    public let code: EtudeError.Code
    private let mark: Yams.Mark?
    private let members: [(key: String, mark: Yams.Mark?, value: Node)]
    private var known: [String] = []

    /// Reads a text whose top is a mapping.
    ///
    /// - Parameters:
    ///   - text: the YAML.
    ///   - file: the file, for messages.
    ///   - overrides: settings that replace keys or add them, each `key.path=value`.
    ///   - code: the exit code of a mistake.
    /// - Throws: ``EtudeError`` with file and line for anything that is not YAML, an alias, an anchor or another top.
    public init(text: String, file: String, overrides: [String] = [], code: EtudeError.Code) throws(EtudeError) {
        let lines = YAMLLines(file: file)
        var node = try YAMLText.compose(text, lines, code: code)
        for override in overrides { try YAMLText.apply(override, to: &node) }
        try self.init(node, lines, path: "", code: code)
    }

    /// A reader of a key that is absent: every value of it is nil, and mistakes are placed at the key.
    public func empty(_ key: String) -> YAMLReader {
        YAMLReader(Node.Mapping([]), lines, path: path.isEmpty ? key : "\(path).\(key)", code: code)
    }

    private init(_ mapping: Node.Mapping, _ lines: YAMLLines, path: String, code: EtudeError.Code) {
        self.lines = lines
        self.path = path
        self.code = code
        mark = mapping.mark
        members = mapping.map { ($0.key.scalar?.string ?? "", $0.key.mark, $0.value) }
    }

    init(_ node: Node, _ lines: YAMLLines, path: String, code: EtudeError.Code) throws(EtudeError) {
        guard case .mapping(let mapping) = node else {
            throw EtudeError(
                code,
                "Keys with values are expected here, written as `key: value`.",
                at: lines.place(node.mark, key: path.isEmpty ? nil : path)
            )
        }
        self.lines = lines
        self.path = path
        self.code = code
        mark = mapping.mark
        members = mapping.map { ($0.key.scalar?.string ?? "", $0.key.mark, $0.value) }
    }

    /// The line of the mapping, or of one of its keys.
    public func place(of key: String? = nil) -> Place {
        guard let key else { return lines.place(mark, key: path.isEmpty ? nil : path) }
        let member = members.first { $0.key == key }
        return lines.place(member?.mark ?? mark, key: path.isEmpty ? key.excerpt : "\(path).\(key.excerpt)")
    }

    /// The keys as they stand.
    public var keys: [String] { members.map(\.key) }

    /// Whether a key stands here; asking makes it a known one.
    public mutating func has(_ key: String) -> Bool { node(key) != nil }

    /// A failure at a key.
    public func failure(_ key: String?, _ message: String) -> EtudeError {
        EtudeError(code, message, at: place(of: key))
    }

    /// The text of a key, or nil where it is absent.
    public mutating func string(_ key: String) throws(EtudeError) -> String? {
        guard let node = node(key) else { return nil }
        guard let scalar = node.scalar else { throw failure(key, "A text is expected here.") }
        return scalar.string
    }

    /// The whole number of a key, or nil where it is absent.
    public mutating func int(_ key: String) throws(EtudeError) -> Int? {
        guard let node = node(key) else { return nil }
        guard let scalar = node.scalar, scalar.style == .plain, let number = Int(scalar.string) else {
            throw failure(key, "A whole number is expected here.")
        }
        return number
    }

    /// The number of a key, or nil where it is absent.
    public mutating func double(_ key: String) throws(EtudeError) -> Double? {
        guard let node = node(key) else { return nil }
        guard let scalar = node.scalar, scalar.style == .plain, let number = Double(scalar.string), number.isFinite
        else {
            throw failure(key, "A number is expected here.")
        }
        return number
    }

    /// The truth value of a key, or nil where it is absent; only `true` and `false` are understood.
    public mutating func bool(_ key: String) throws(EtudeError) -> Bool? {
        guard let node = node(key) else { return nil }
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default: throw failure(key, "`true` or `false` is expected here.")
        }
    }

    /// The list of texts of a key, or nil where it is absent.
    public mutating func strings(_ key: String) throws(EtudeError) -> [String]? {
        try placedStrings(key)?.map(\.text)
    }

    /// The list of texts of a key, each with its place, or nil where it is absent.
    mutating func placedStrings(_ key: String) throws(EtudeError) -> [(text: String, place: Place)]? {
        guard let node = node(key) else { return nil }
        guard let sequence = node.sequence else { throw failure(key, "A list is expected here, written as `[a, b]`.") }
        var texts: [(String, Place)] = []
        let whole = place(of: key)
        for element in sequence {
            var place = whole
            place.line = lines.place(element.mark).line ?? place.line
            guard let scalar = element.scalar else {
                throw EtudeError(code, "Each element of this list should be a text.", at: place)
            }
            texts.append((scalar.string, place))
        }
        return texts
    }

    /// The mapping of a key, or nil where it is absent.
    public mutating func reader(_ key: String) throws(EtudeError) -> YAMLReader? {
        guard let node = node(key) else { return nil }
        return try YAMLReader(node, lines, path: path.isEmpty ? key : "\(path).\(key)", code: code)
    }

    /// The mappings that a key lists, or nil where it is absent.
    public mutating func readers(_ key: String) throws(EtudeError) -> [YAMLReader]? {
        guard let node = node(key) else { return nil }
        guard let sequence = node.sequence else { throw failure(key, "A list is expected here.") }
        var readers: [YAMLReader] = []
        for (index, element) in sequence.enumerated() {
            let inner = path.isEmpty ? "\(key)[\(index)]" : "\(path).\(key)[\(index)]"
            readers.append(try YAMLReader(element, lines, path: inner, code: code))
        }
        return readers
    }

    /// The texts and mappings that a key lists, or the one that stands there alone; nil where it is absent.
    public mutating func items(_ key: String) throws(EtudeError) -> [YAMLItem]? {
        guard let node = node(key) else { return nil }
        let inner = path.isEmpty ? key : "\(path).\(key)"
        let elements = node.sequence.map(Array.init) ?? [node]
        var items: [YAMLItem] = []
        for (index, element) in elements.enumerated() {
            let itemPath = node.sequence == nil ? inner : "\(inner)[\(index)]"
            if let scalar = element.scalar {
                items.append(.text(scalar.string, lines.place(element.mark, key: itemPath)))
            } else {
                items.append(.mapping(try YAMLReader(element, lines, path: itemPath, code: code)))
            }
        }
        return items
    }

    /// The value of a key as JSON, or nil where it is absent; plain scalars become numbers and truth values where they are.
    public mutating func json(_ key: String) throws(EtudeError) -> JSONValue? {
        guard let node = node(key) else { return nil }
        return YAMLText.json(node)
    }

    /// Whether the value of a key is a plain text rather than a mapping or list.
    public mutating func isScalar(_ key: String) -> Bool { node(key)?.scalar != nil }

    /// Refuses keys that nothing read.
    ///
    /// - Throws: ``EtudeError`` naming the first of them and the nearest known key.
    public func refuseUnknownKeys() throws(EtudeError) {
        for key in keys where !known.contains(key) {
            let nearest = Suggestion.nearest(to: key, in: known).map { "; did you mean `\($0)`?" }
            throw failure(
                key,
                "The key `\(key.excerpt)` is not known here\(nearest ?? "; known are \(known.joined(separator: ", ")).")"
            )
        }
    }

    private mutating func node(_ key: String) -> Node? {
        if !known.contains(key) { known.append(key) }
        return members.first { $0.key == key }?.value
    }
}

@available(*, unavailable)
extension YAMLReader: Sendable {}

/// An element of a list that may hold texts and mappings.
public enum YAMLItem {
    /// A text with its place.
    case text(String, Place)
    /// A mapping.
    case mapping(YAMLReader)
}

@available(*, unavailable)
extension YAMLItem: Sendable {}
