public import EtudeCore
public import EtudeIngest
import EtudePublish
import EtudeSample
public import EtudeStore

/// A catalog with what is wrong with it, for people who look at it.
///
/// The entries of a single source are inspected as they stand; those of several are merged first, as a run would.
public struct CatalogInspection: Sendable {
    /// What the lint found.
    public let diagnostics: [Diagnostic]
    private let skills: [Skill]
    private let topics: [Topic]

    /// Reads and lints a catalog.
    ///
    /// - Parameters:
    ///   - skills: `shipped`, or a file.
    ///   - topics: `shipped`, or a file.
    ///   - kin: whether skills that are kin are named too, as notes.
    /// - Throws: ``EtudeError`` for a file that is missing or cannot be read as a catalog.
    public init(skills: String, topics: String, kin: Bool = false) throws {
        try self.init(skills: [CatalogSource(word: skills)], topics: [CatalogSource(word: topics)], kin: kin)
    }

    /// Reads and lints a pipeline's catalog.
    ///
    /// - Parameters:
    ///   - spec: the pipeline.
    ///   - kin: whether skills that are kin are named too, as notes.
    /// - Throws: ``EtudeError`` for a file that is missing or cannot be read as a catalog.
    public init(_ spec: PipelineSpec, kin: Bool = false) throws {
        try self.init(
            skills: try spec.sources(spec.catalog.skills),
            topics: try spec.sources(spec.catalog.topics),
            boundary: spec.boundary,
            kin: kin
        )
    }

    /// Reads and lints sources.
    ///
    /// - Parameters:
    ///   - skills: the sources of skills.
    ///   - topics: the sources of topics.
    ///   - boundary: where files may stand.
    ///   - kin: whether skills that are kin are named too, as notes.
    /// - Throws: ``EtudeError`` for a file that is missing or cannot be read as a catalog.
    public init(
        skills: [CatalogSource],
        topics: [CatalogSource],
        boundary: PathBoundary = .everywhere,
        kin: Bool = false
    ) throws {
        var (skills, topics) = (try Self.read(skills, .skills, boundary), try Self.read(topics, .topics, boundary))
        self.skills = Self.convert(skills.entries, &skills.notes) { entry throws(EtudeError) in try entry.skill() }
        self.topics = Self.convert(topics.entries, &topics.notes) { entry throws(EtudeError) in try entry.topic() }
        diagnostics =
            skills.notes + topics.notes + CatalogLint.check(skills: self.skills, topics: self.topics)
            + (kin ? Self.kin(among: self.skills) : [])
    }

    private static func read(
        _ sources: [CatalogSource],
        _ part: CatalogPart,
        _ boundary: PathBoundary
    ) throws(EtudeError) -> (entries: [CatalogEntry], notes: [Diagnostic]) {
        guard sources.count == 1, let source = sources.first else {
            let merged = try CatalogReader.merged(sources, part, boundary: boundary)
            return (merged.entries, merged.diagnostics)
        }
        let collector = try CatalogReader.entries(of: source, part, boundary: boundary)
        return (collector.entries, collector.notes + collector.skips.map { $0.diagnostic(of: source.name) })
    }

    /// The entries as skills or topics; those that can be none are findings.
    private static func convert<Value>(
        _ entries: [CatalogEntry],
        _ notes: inout [Diagnostic],
        _ convert: (CatalogEntry) throws(EtudeError) -> Value
    ) -> [Value] {
        var values: [Value] = []
        for entry in entries {
            do {
                values.append(try convert(entry))
            } catch {
                notes.append(Diagnostic(.error, rule: "bad-entry", error.message, at: error.place ?? entry.place))
            }
        }
        return values
    }

    private static func kin(among skills: [Skill]) -> [Diagnostic] {
        let entries = Dictionary(skills.map { ($0.id, $0) }) { first, _ in first }
        return Kinship(skills).pairs.map { kin in
            let (first, second) = (entries[kin.first]?.name ?? kin.first, entries[kin.second]?.name ?? kin.second)
            return Diagnostic(
                .note,
                rule: "kin",
                "\"\(first)\" and \"\(second)\" are kin: \(kin.reason).",
                at: entries[kin.first]?.place
            )
        }
    }

    /// Whether anything found is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// How many entries there are, and what was found, in a sentence.
    public var summary: String {
        func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
        let categories = Set(skills.map(\.category)).count
        return "\(skills.count) skills in \(categories) categories and \(topics.count) topics: "
            + "\(count(.error)) errors, \(count(.warning)) warnings, \(count(.note)) notes."
    }

    /// Skills by category, then topics, for people.
    public var listing: String {
        var lines: [String] = []
        var categories: [String: [String]] = [:]
        var order: [String] = []
        for skill in skills {
            if categories[skill.category] == nil { order.append(skill.category) }
            categories[skill.category, default: []].append(skill.name)
        }
        for category in order {
            let names = categories[category] ?? []
            lines.append("\(category) (\(names.count)): \(names.joined(separator: ", "))")
        }
        lines.append("topics (\(topics.count)): \(topics.map(\.name).joined(separator: ", "))")
        return lines.joined(separator: "\n")
    }

    /// Every entry as JSON.
    public var entries: [JSONValue] {
        skills.map { .object([JSONMember("kind", "skill")] + $0.json) }
            + topics.map { .object([JSONMember("kind", "topic")] + $0.json) }
    }
}
