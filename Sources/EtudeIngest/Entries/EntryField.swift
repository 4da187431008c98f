/// The fields of an entry that a map or a default may name.
public enum EntryField: String, Sendable, Hashable, CaseIterable {
    case id, name, aliases, inflections, category, definition, examples, related, source, license

    /// Whether an entry has several texts of this field.
    public var isList: Bool {
        switch self {
        case .aliases, .inflections, .examples, .related: true
        case .id, .name, .category, .definition, .source, .license: false
        }
    }
}
