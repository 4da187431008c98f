public import EtudeCore
import EtudePrompt

/// Reads skills and topics from the shipped catalog or from a user's file.
public enum CatalogReader: Sendable {
    private static let shippedSkills = "Pipelines/catalog/skills"
    private static let shippedTopics = "Pipelines/catalog/topics.yaml"

    /// The skills of a source, in its order.
    ///
    /// - Parameter source: the shipped catalog, a `.yaml` file, or a `.csv` table with the columns of SKILL-MIX.
    /// - Returns: the skills.
    /// - Throws: ``EtudeError``: `config` for a missing file or an unknown kind, `io` when reading fails, `data` for bad content.
    public static func skills(from source: CatalogSource) throws(EtudeError) -> [Skill] {
        try skillFile(from: source).skills
    }

    /// The skills of a source with the notes of their reading.
    ///
    /// - Parameter source: the shipped catalog, a `.yaml` file, or a `.csv` table with the columns of SKILL-MIX.
    /// - Returns: the skills and the notes.
    /// - Throws: ``EtudeError``: `config` for a missing file or an unknown kind, `io` when reading fails, `data` for bad content.
    public static func skillFile(from source: CatalogSource) throws(EtudeError) -> SkillFile {
        switch source {
        case .file(let path):
            _ = try CatalogFormat(path: path, allowed: [.yaml, .skillMix])
            return try parseSkills(text: TextFile.read(path), file: path)
        case .shipped:
            var whole = SkillFile(skills: [])
            for path in Shipped.paths(under: shippedSkills).sorted() {
                whole.skills += try parseSkills(text: shippedText(path), file: path).skills
            }
            return whole
        }
    }

    /// The topics of a source, in its order.
    ///
    /// - Parameter source: the shipped catalog, a `.yaml` file, or a `.txt` list with one topic a line.
    /// - Returns: the topics.
    /// - Throws: ``EtudeError``: `config` for a missing file or an unknown kind, `io` when reading fails, `data` for bad content.
    public static func topics(from source: CatalogSource) throws(EtudeError) -> [Topic] {
        switch source {
        case .file(let path):
            _ = try CatalogFormat(path: path, allowed: [.yaml, .list])
            return try parseTopics(text: TextFile.read(path), file: path)
        case .shipped:
            return try parseTopics(text: shippedText(shippedTopics), file: shippedTopics)
        }
    }

    /// Reads skills from the text of a file.
    ///
    /// - Parameters:
    ///   - text: the content.
    ///   - file: the name, whose extension tells the kind and which errors show.
    /// - Returns: the skills, at least one, and the notes of their reading.
    /// - Throws: ``EtudeError``: `config` for an unknown kind, `data` for bad content, with the line.
    public static func parseSkills(text: String, file: String) throws(EtudeError) -> SkillFile {
        let text = withoutMark(text)
        let result =
            switch try CatalogFormat(path: file, allowed: [.yaml, .skillMix]) {
            case .skillMix: try SkillMixTable.skills(text: text, file: file)
            default: SkillFile(skills: try SkillDocument.skills(text: text, file: file))
            }
        guard !result.skills.isEmpty else { throw empty("skill", file) }
        return result
    }

    /// Reads topics from the text of a file.
    ///
    /// - Parameters:
    ///   - text: the content.
    ///   - file: the name, whose extension tells the kind and which errors show.
    /// - Returns: the topics, at least one.
    /// - Throws: ``EtudeError``: `config` for an unknown kind, `data` for bad content, with the line.
    public static func parseTopics(text: String, file: String) throws(EtudeError) -> [Topic] {
        let text = withoutMark(text)
        let topics =
            switch try CatalogFormat(path: file, allowed: [.yaml, .list]) {
            case .list: try TopicList.topics(text: text, file: file)
            default: try TopicDocument.topics(text: text, file: file)
            }
        guard !topics.isEmpty else { throw empty("topic", file) }
        return topics
    }

    private static func shippedText(_ path: String) throws(EtudeError) -> String {
        guard let text = Shipped.text(path) else {
            throw EtudeError(.fault, "The shipped catalog has no file of this name.", at: Place(file: path))
        }
        return text
    }

    /// The text less a byte order mark.
    private static func withoutMark(_ text: String) -> String {
        text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func empty(_ noun: String, _ file: String) -> EtudeError {
        EtudeError(.data, "The file holds no \(noun); add at least one.", at: Place(file: file))
    }
}
