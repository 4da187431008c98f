/// A file of a template set that is no template.
public struct TemplateDocument: Sendable, Hashable {
    /// The path inside the set, such as `rubric.yaml`.
    public let path: String
    /// The file as errors name it.
    public let file: String
    /// The text.
    public let text: String

    /// A file with its text.
    public init(path: String, file: String, text: String) {
        self.path = path
        self.file = file
        self.text = text
    }
}
