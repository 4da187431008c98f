import EtudeCore

/// The templates of one method in one language.
public struct TemplateSet: Sendable {
    /// The name, or the folder as the user wrote it.
    public let name: String
    /// The language, as a BCP 47 tag.
    public let language: String
    /// The templates with their paths inside the set, such as `request.mustache`, by path.
    public let files: [(path: String, template: Template)]

    /// A set of templates.
    public init(name: String, language: String, files: [(path: String, template: Template)]) {
        self.name = name
        self.language = language
        self.files = files.sorted { $0.path < $1.path }
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
