public import EtudeCore
import EtudePrompt
import EtudeStore

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
            return try skills(of: SourceReading.read(path, SourceSettings(), boundary: .everywhere), path)
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
            return try topics(of: SourceReading.read(path, SourceSettings(), boundary: .everywhere), path)
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
        try skills(of: SourceReading.read(text: text, file: file), file)
    }

    /// Reads topics from the text of a file.
    ///
    /// - Parameters:
    ///   - text: the content.
    ///   - file: the name, whose extension tells the kind and which errors show.
    /// - Returns: the topics, at least one.
    /// - Throws: ``EtudeError``: `config` for an unknown kind, `data` for bad content, with the line.
    public static func parseTopics(text: String, file: String) throws(EtudeError) -> [Topic] {
        try topics(of: SourceReading.read(text: text, file: file), file)
    }

    private static func skills(of source: EntryCollector, _ file: String) throws(EtudeError) -> SkillFile {
        var result = SkillFile(skills: [])
        for entry in source.entries {
            let skill = try entry.skill()
            guard !skill.definition.isEmpty || source.kind == .csv else {
                throw EtudeError(.data, "The entry has no `definition`; add it.", at: entry.place)
            }
            result.skills.append(skill)
        }
        result.notes = source.skips.sorted { $0.reason < $1.reason }.map { skip in
            let rows = skip.count == 1 ? "row" : "rows"
            return Diagnostic(
                .note,
                rule: "skipped-rows",
                "Skipped \(skip.count) \(rows): \(skip.reason).",
                at: Place(file: file)
            )
        }
        guard !result.skills.isEmpty else { throw empty("skill", file) }
        return result
    }

    private static func topics(of source: EntryCollector, _ file: String) throws(EtudeError) -> [Topic] {
        var topics: [Topic] = []
        var lines: [String: Int] = [:]
        for entry in source.entries {
            let topic = try entry.topic()
            topics.append(topic)
            guard source.kind == .list, let line = entry.place.line else { continue }
            if let first = lines.updateValue(line, forKey: topic.id) {
                throw EtudeError(
                    .data,
                    "The topic \"\(topic.name)\" stands already on line \(first); remove one of the two lines.",
                    at: entry.place
                )
            }
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

    private static func empty(_ noun: String, _ file: String) -> EtudeError {
        EtudeError(.data, "The file holds no \(noun); add at least one.", at: Place(file: file))
    }
}
