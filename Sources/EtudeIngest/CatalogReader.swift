public import EtudeCore
import EtudePrompt
public import EtudeStore

/// Reads skills and topics from the shipped catalog or from a user's file.
public enum CatalogReader: Sendable {
    private static let shippedSkills = "Pipelines/catalog/skills"
    private static let shippedTopics = "Pipelines/catalog/topics.yaml"

    /// The licence of the shipped catalog.
    private static let shippedLicense = "Apache-2.0"

    /// The entries of a source as they stand, with what was left out.
    ///
    /// - Parameters:
    ///   - source: the shipped catalog, or a file of any kind.
    ///   - part: which of the shipped catalog's entries are wanted.
    ///   - boundary: where the file may stand.
    /// - Returns: the entries, none of them merged.
    /// - Throws: ``EtudeError``: `config` for a missing file, `io` when reading fails, `data` for bad content.
    public static func entries(
        of source: CatalogSource,
        _ part: CatalogPart,
        boundary: PathBoundary = .everywhere
    ) throws(EtudeError) -> EntryCollector {
        if let path = source.path { return try SourceReading.read(path, source.settings, boundary: boundary) }
        var settings = SourceSettings()
        settings.license = shippedLicense
        var whole = EntryCollector()
        for path in part == .topics ? [shippedTopics] : Shipped.paths(under: shippedSkills).sorted() {
            let file = try SourceReading.read(text: shippedText(path), file: path, settings)
            whole.kind = file.kind
            for entry in file.entries { whole.take(entry) }
        }
        return whole
    }

    /// The entries of several sources, merged into one catalog for a run.
    ///
    /// - Parameters:
    ///   - sources: the sources, the one that comes first in all doubts first.
    ///   - part: what they give.
    ///   - boundary: where files may stand.
    /// - Returns: the entries and the accounts.
    /// - Throws: ``EtudeError``: `config` for a missing file, `io` when reading fails, `data` for bad content.
    public static func merged(
        _ sources: [CatalogSource],
        _ part: CatalogPart,
        boundary: PathBoundary = .everywhere
    ) throws(EtudeError) -> CatalogImport {
        var read: [CatalogImport.Source] = []
        for source in sources {
            read.append(
                CatalogImport.Source(
                    name: source.name,
                    try entries(of: source, part, boundary: boundary),
                    retrieved: source.settings.retrieved,
                    hasFiles: source.path == nil
                )
            )
        }
        return try CatalogImport(read, for: .use)
    }

    /// The skills of a source, in its order.
    ///
    /// - Parameter source: the shipped catalog, or a file of any kind.
    /// - Returns: the skills.
    /// - Throws: ``EtudeError``: `config` for a missing file, `io` when reading fails, `data` for bad content.
    public static func skills(from source: CatalogSource) throws(EtudeError) -> [Skill] {
        try skills(of: entries(of: source, .skills), source.name).skills
    }

    /// The topics of a source, in its order.
    ///
    /// - Parameter source: the shipped catalog, or a file of any kind.
    /// - Returns: the topics.
    /// - Throws: ``EtudeError``: `config` for a missing file, `io` when reading fails, `data` for bad content.
    public static func topics(from source: CatalogSource) throws(EtudeError) -> [Topic] {
        try topics(of: entries(of: source, .topics), source.name)
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
