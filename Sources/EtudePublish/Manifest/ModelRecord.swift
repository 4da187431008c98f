public import EtudeCore

/// A model that took part in making a release.
public struct ModelRecord: Sendable, Hashable {
    /// What a model was used for.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// It wrote the texts.
        case teacher
        /// It marked them.
        case judge
        /// It said what they mean, so that no two mean much the same.
        case embedder
    }

    /// What it was used for.
    public let role: Role
    /// Its name as rows carry it, such as `openai/gpt-5-mini`.
    public let name: String
    /// Whether it is one of the program's own, which fills in patterns instead of writing.
    public let isBuiltIn: Bool

    /// A model with its role.
    public init(role: Role, name: String, isBuiltIn: Bool) {
        self.role = role
        self.name = name
        self.isBuiltIn = isBuiltIn
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        ["role": .string(role.rawValue), "name": .string(name), "builtin": .bool(isBuiltIn)]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let text = try reader.string("role")
        guard let role = Role(rawValue: text) else { throw EtudeError(.data, "The role \"\(text)\" is not known.") }
        self.init(role: role, name: try reader.string("name"), isBuiltIn: try reader.bool("builtin"))
        try reader.refuseOtherKeys()
    }
}
