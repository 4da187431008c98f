public import EtudeCore
public import EtudePrompt

/// Reads rubrics: those that travel with the program by name, the user's own by folder.
public enum RubricReader: Sendable {
    /// Loads a rubric.
    ///
    /// - Parameters:
    ///   - nameOrPath: a shipped rubric's name, or a folder.
    ///   - language: the language, as a BCP 47 tag.
    ///   - folder: what a relative path starts from.
    ///   - admit: refuses files and folders that may not be read.
    /// - Returns: the rubric.
    /// - Throws: ``EtudeError``: `config` for a name, language or folder that there is not, `io` for a file that cannot be read,
    ///   `data` for a fault in a file.
    public static func rubric(
        _ nameOrPath: String,
        language: String,
        relativeTo folder: String,
        admitting admit: (String) throws(EtudeError) -> Void = { _ in }
    ) throws(EtudeError) -> Rubric {
        let templates = try TemplateLibrary.load(
            nameOrPath,
            language: language,
            relativeTo: folder,
            shelf: .rubrics,
            admitting: admit
        )
        guard let document = templates.documents.first(where: { $0.path == Rubric.file }) else {
            throw EtudeError(
                .data,
                "The rubric has no \(Rubric.file) beside its templates; it lists the criteria.",
                at: Place(file: nameOrPath)
            )
        }
        let contents = try RubricDocument.read(text: document.text, file: document.file)
        return Rubric(version: contents.version, criteria: contents.criteria, templates: templates)
    }

    /// The ids of the criteria that a file of a rubric lists.
    ///
    /// - Parameters:
    ///   - text: the YAML.
    ///   - file: the file, for messages.
    /// - Returns: the ids in order.
    /// - Throws: ``EtudeError`` with code `data` for a fault in the file.
    public static func criteria(text: String, file: String) throws(EtudeError) -> [String] {
        try RubricDocument.read(text: text, file: file).criteria.map(\.id)
    }
}
