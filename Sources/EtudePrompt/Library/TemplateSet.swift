import EtudeCore

/// The templates of one method in one language.
public struct TemplateSet: Sendable {
    /// The name, or the folder as the user wrote it.
    public let name: String
    /// The language, as a BCP 47 tag.
    public let language: String
    /// The templates with their paths inside the set, such as `request.mustache`, by path.
    public let files: [(path: String, template: Template)]
    /// What else belongs to the set, by path.
    public let documents: [TemplateDocument]

    /// A set of templates.
    public init(
        name: String,
        language: String,
        files: [(path: String, template: Template)],
        documents: [TemplateDocument] = []
    ) {
        self.name = name
        self.language = language
        self.files = files.sorted { $0.path < $1.path }
        self.documents = documents.sorted { $0.path < $1.path }
    }

    /// The text of every file by its path inside the set, templates first.
    public var sources: [(path: String, text: String)] {
        files.map { ($0.path, $0.template.source) } + documents.map { ($0.path, $0.text) }
    }

    /// The template of a path inside the set.
    ///
    /// - Throws: ``EtudeError`` with code `data` naming those that there are.
    public subscript(path: String) -> Template {
        get throws(EtudeError) {
            guard let file = files.first(where: { $0.path == path }) else {
                throw EtudeError(
                    .data,
                    "The template set \(name) has no \(path) for the language \(language); it has "
                        + "\(files.map(\.path).joined(separator: ", ")). Add the file."
                )
            }
            return file.template
        }
    }
}
