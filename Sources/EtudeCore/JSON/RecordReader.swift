/// Reads the keys of one JSON object, each of a wanted type, and refuses what is left over.
public struct RecordReader: Sendable {
    private let members: [String: JSONValue]
    private var read: Set<String> = []

    /// A reader of an object; anything else reads like an object without keys.
    public init(_ json: JSONValue) {
        members = Dictionary((json.members ?? []).map { ($0.key, $0.value) }) { $1 }
    }

    /// The value of a key, of any type.
    public mutating func value(_ key: String) throws(EtudeError) -> JSONValue {
        read.insert(key)
        guard let value = members[key] else { throw EtudeError(.data, "The key \"\(key)\" is missing.") }
        return value
    }

    /// The text of a key.
    public mutating func string(_ key: String) throws(EtudeError) -> String {
        guard let text = try value(key).string else { throw Self.wrongType(key, "a text") }
        return text
    }

    /// The text of a key that may be missing.
    public mutating func optionalString(_ key: String) throws(EtudeError) -> String? {
        members[key] == nil ? nil : try string(key)
    }

    /// The whole number of a key.
    public mutating func int(_ key: String) throws(EtudeError) -> Int {
        guard let number = try value(key).int else { throw Self.wrongType(key, "a whole number") }
        return number
    }

    /// The truth value of a key.
    public mutating func bool(_ key: String) throws(EtudeError) -> Bool {
        guard let truth = try value(key).bool else { throw Self.wrongType(key, "true or false") }
        return truth
    }

    /// The list of a key.
    public mutating func array(_ key: String) throws(EtudeError) -> [JSONValue] {
        guard let elements = try value(key).array else { throw Self.wrongType(key, "a list") }
        return elements
    }

    /// The list of texts of a key.
    public mutating func strings(_ key: String) throws(EtudeError) -> [String] {
        var texts: [String] = []
        for element in try array(key) {
            guard let text = element.string else { throw Self.wrongType(key, "a list of texts") }
            texts.append(text)
        }
        return texts
    }

    /// Whether the object has a key.
    public func has(_ key: String) -> Bool { members[key] != nil }

    /// Refuses keys that were not read.
    ///
    /// - Throws: ``EtudeError`` with code `data` naming the first of them.
    public func refuseOtherKeys() throws(EtudeError) {
        guard let other = members.keys.filter({ !read.contains($0) }).min() else { return }
        throw EtudeError(.data, "The key \"\(other)\" is not known here.")
    }

    private static func wrongType(_ key: String, _ wanted: String) -> EtudeError {
        EtudeError(.data, "The key \"\(key)\" should hold \(wanted).")
    }
}
