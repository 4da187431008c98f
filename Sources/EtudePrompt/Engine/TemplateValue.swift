/// The values of a template's variables by name.
public typealias TemplateValues = [String: TemplateValue]

/// What a variable of a template stands for.
public enum TemplateValue: Sendable, Hashable {
    /// A text, put in as it is.
    case text(String)
    /// Whether a section is shown.
    case flag(Bool)
    /// A section repeated with each element's own variables.
    case list([TemplateValues])
}
