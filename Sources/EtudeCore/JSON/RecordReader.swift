/// Reads the keys of one JSON object, each of a wanted type, and refuses what is left over.
public struct RecordReader: Sendable {
    private let members: [JSONMember]
    private var isRead: [Bool]
    /// The member after the one read last, where the next is looked for first.
    private var next = 0

    /// A reader of an object; anything else reads like an object without keys.
    public init(_ json: JSONValue) {
        members = json.members ?? []
        isRead = Array(repeating: false, count: members.count)
    }

    /// The value of a key, of any type.
    public mutating func value(_ key: String) throws(EtudeError) -> JSONValue {
        let isNext = next < members.count && members[next].key == key
        guard let index = isNext ? next : members.firstIndex(where: { $0.key == key }) else {
            throw EtudeError(.data, "The key \"\(key)\" is missing.")
        }
        isRead[index] = true
        next = index + 1
        return members[index].value
    }

    /// The text of a key.
    public mutating func string(_ key: String) throws(EtudeError) -> String {
        guard let text = try value(key).string else { throw Self.wrongType(key, "a text") }
        return text
    }

    /// The text of a key that may be missing.
    public mutating func optionalString(_ key: String) throws(EtudeError) -> String? {
        has(key) ? try string(key) : nil
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
    public func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// Refuses keys that were not read.
    ///
    /// - Throws: ``EtudeError`` with code `data` naming the first of them.
    public func refuseOtherKeys() throws(EtudeError) {
        let others = zip(members, isRead).filter { !$0.1 }.map(\.0.key)
        guard let other = others.min() else { return }
        throw EtudeError(.data, "The key \"\(other)\" is not known here.")
    }

    private static func wrongType(_ key: String, _ wanted: String) -> EtudeError {
        EtudeError(.data, "The key \"\(key)\" should hold \(wanted).")
    }
}
