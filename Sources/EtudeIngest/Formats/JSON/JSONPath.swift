import EtudeCore

/// Keys that lead to a value, parted by full stops; through a list they lead to what each of its elements has.
struct JSONPath: Hashable {
    /// The first key.
    let first: String
    private let rest: [String]

    /// A path as a map writes it.
    init(_ text: String) {
        let keys = text.split(separator: ".").map(String.init)
        first = keys.first ?? ""
        rest = Array(keys.dropFirst())
    }

    /// The texts at the end of the path, numbers as they are written in decimal.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a value that is no text.
    func texts(in value: JSONValue, at place: Place) throws(EtudeError) -> [String] {
        var texts: [String] = []
        for value in Self.values(in: value, ([first] + rest)[...]) {
            switch value {
            case .string(let text): texts.append(text)
            case .int(let number): texts.append("\(number)")
            case .null: break
            case .double, .bool, .array, .object:
                let path = ([first] + rest).joined(separator: ".")
                throw EtudeError(.data, "A text or a list of texts is expected at `\(path)`.", at: place)
            }
        }
        return texts
    }

    private static func values(in value: JSONValue, _ keys: ArraySlice<String>) -> [JSONValue] {
        if case .array(let elements) = value { return elements.flatMap { values(in: $0, keys) } }
        guard let key = keys.first else { return [value] }
        return value[key].map { values(in: $0, keys.dropFirst()) } ?? []
    }
}
