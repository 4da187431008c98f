public import EtudeCore
public import EtudeIngest
public import EtudeStore

/// The skills and topics that a command is about, as their sources have them.
///
/// The entries of a single source are taken as they stand; those of several are merged first, as a run would.
public struct SelectedCatalog: Sendable {
    /// The skills.
    public let skills: [Skill]
    /// The topics.
    public let topics: [Topic]
    /// What a person should know of their reading.
    let notes: [Diagnostic]

    /// Reads the catalog of a pipeline.
    ///
    /// - Parameter spec: the pipeline.
    /// - Throws: ``EtudeError`` for a file that is missing or cannot be read as a catalog.
    public init(_ spec: PipelineSpec) throws(EtudeError) {
        try self.init(
            skills: try spec.sources(spec.catalog.skills),
            topics: try spec.sources(spec.catalog.topics),
            boundary: spec.boundary
        )
    }

    /// Reads sources.
    ///
    /// - Parameters:
    ///   - skills: the sources of skills.
    ///   - topics: the sources of topics.
    ///   - boundary: where files may stand.
    /// - Throws: ``EtudeError`` for a file that is missing or cannot be read as a catalog.
    public init(
        skills: [CatalogSource],
        topics: [CatalogSource],
        boundary: PathBoundary = .everywhere
    ) throws(EtudeError) {
        var (skills, topics) = (try Self.read(skills, .skills, boundary), try Self.read(topics, .topics, boundary))
        self.skills = Self.convert(skills.entries, &skills.notes) { entry throws(EtudeError) in try entry.skill() }
        self.topics = Self.convert(topics.entries, &topics.notes) { entry throws(EtudeError) in try entry.topic() }
        notes = skills.notes + topics.notes
    }

    /// The catalog, if every entry can be a skill or a topic.
    ///
    /// - Returns: the catalog itself.
    /// - Throws: ``EtudeError`` with code `data` for the first entry that can be none.
    public func whole() throws(EtudeError) -> SelectedCatalog {
        guard let flaw = notes.first(where: { $0.severity == .error }) else { return self }
        throw EtudeError(.data, flaw.message, at: flaw.place)
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
}
