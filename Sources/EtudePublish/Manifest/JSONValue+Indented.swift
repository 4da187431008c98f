import EtudeCore

extension JSONValue {
    /// The document with a line for each member and element, indented by two blanks; objects without inner ones on one line.
    func indentedText(depth: Int = 0) -> String {
        let children: [(key: String, value: JSONValue)]
        let (open, close): (String, String)
        switch self {
        case .array(let elements):
            (open, close) = ("[", "]")
            children = elements.map { ("", $0) }
        case .object(let members):
            (open, close) = ("{", "}")
            children = members.map { (JSONValue.string($0.key).canonicalText + ": ", $0.value) }
        default: return canonicalText
        }
        guard children.contains(where: \.value.isNested) else {
            return open + children.map { $0.key + $0.value.canonicalText }.joined(separator: ", ") + close
        }
        let margin = String(repeating: "  ", count: depth + 1)
        let lines = children.map { margin + $0.key + $0.value.indentedText(depth: depth + 1) }
        return "\(open)\n" + lines.joined(separator: ",\n") + "\n" + margin.dropLast(2) + close
    }

    private var isNested: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}
