import EtudeCore
import EtudeIngest
import EtudePublish
import EtudeStore

/// The catalog of a pipeline: its sources read and merged, with what is to be said of them.
struct ResolvedCatalog {
    /// Skills and topics.
    let catalog: Catalog
    /// What manifest and card say of the sources.
    let sources: [SourceRecord]
    /// What a person should know.
    let diagnostics: [Diagnostic]

    /// Reads the sources of a pipeline.
    ///
    /// - Parameter spec: the pipeline.
    /// - Throws: ``EtudeError`` with code `config` for a missing file and for entries that nobody reviewed, `data` for bad content,
    ///   `io` where reading fails.
    init(_ spec: PipelineSpec) throws(EtudeError) {
        let skills = try Self.read(spec.catalog.skills, .skills, spec)
        let topics = try Self.read(spec.catalog.topics, .topics, spec)
        var (allSkills, allTopics): ([Skill], [Topic]) = ([], [])
        for entry in skills.entries {
            allSkills.append(try entry.skill())
            guard !entry.definition.allSatisfy(\.isWhitespace) else {
                throw EtudeError(.data, "The entry has no `definition`; add it.", at: entry.place)
            }
        }
        for entry in topics.entries { allTopics.append(try entry.topic()) }
        catalog = try Catalog(skills: allSkills, topics: allTopics)
        sources =
            try Self.records(skills, spec.catalog.skills, .skills, spec)
            + Self.records(topics, spec.catalog.topics, .topics, spec)
        diagnostics = skills.diagnostics + topics.diagnostics
    }

    /// The sources of one part, merged.
    private static func read(
        _ sources: [CatalogSourceSpec],
        _ part: CatalogPart,
        _ spec: PipelineSpec
    ) throws(EtudeError) -> CatalogImport {
        let found = try spec.sources(sources)
        let merged = try spec.placing(at: "catalog.\(part.rawValue)") { () throws(EtudeError) in
            try CatalogReader.merged(found, part, boundary: spec.boundary)
        }
        guard !merged.entries.isEmpty else {
            let noun = part == .skills ? "skill" : "topic"
            let file = found.map { $0.path ?? $0.name }.joined(separator: ", ")
            throw EtudeError(.data, "The file holds no \(noun); add at least one.", at: Place(file: file))
        }
        if !spec.catalog.allowsUnreviewed, let proposal = merged.entries.first(where: \.isProposal) {
            throw EtudeError(
                .config,
                "The entry \"\(proposal.id ?? proposal.name)\" was proposed by a model and nobody has reviewed it: look at it and "
                    + "take out its `proposed: true`, or allow all with `catalog: { unreviewed: allow }`.",
                at: proposal.place
            )
        }
        return merged
    }

    private static func records(
        _ merged: CatalogImport,
        _ sources: [CatalogSourceSpec],
        _ part: CatalogPart,
        _ spec: PipelineSpec
    ) throws(EtudeError) -> [SourceRecord] {
        var records: [SourceRecord] = []
        var rest = merged.entries[...]
        for (account, source) in zip(merged.accounts, try spec.sources(sources)) {
            let taken = rest.prefix(account.taken)
            rest = rest.dropFirst(account.taken)
            let licenses = counts(taken.map(\.license)).sorted { $0.text < $1.text }
            let origins = counts(taken.map { EntryOrigin($0.origin).whole })
                .sorted { ($1.entries, $0.text) < ($0.entries, $1.text) }
            records.append(
                SourceRecord(
                    part: part.rawValue,
                    name: account.name,
                    kind: account.kind?.rawValue ?? "",
                    sha256: try digest(source, spec.boundary),
                    entries: account.entries,
                    merged: account.merged,
                    skipped: account.skips.map { SourceRecord.Share(text: $0.reason, entries: $0.count) },
                    unreviewed: taken.count(where: \.isProposal),
                    licenses: licenses,
                    origins: source.path == nil ? [] : origins,
                    retrieved: account.retrieved
                )
            )
        }
        return records
    }

    private static func counts(_ texts: [String]) -> [SourceRecord.Share] {
        Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +).map {
            SourceRecord.Share(text: $0.key, entries: $0.value)
        }
    }

    /// SHA-256 of a source's file, in hexadecimal; empty for the shipped catalog.
    private static func digest(_ source: CatalogSource, _ boundary: PathBoundary) throws(EtudeError) -> String {
        guard let path = source.path else { return "" }
        let file = try boundary.open(path)
        var hash = SHA256()
        while true {
            let bytes = try file.read()
            guard !bytes.isEmpty else { return hash.finish().hex }
            hash.update(bytes)
        }
    }
}

extension PipelineSpec {
    /// Sources of the catalog, their paths found from the pipeline file.
    ///
    /// - Parameter sources: the sources as the file has them.
    /// - Returns: the sources.
    /// - Throws: ``EtudeError`` with code `config` for a path that leads out of the boundary.
    func sources(_ sources: [CatalogSourceSpec]) throws(EtudeError) -> [CatalogSource] {
        var found: [CatalogSource] = []
        for source in sources {
            let isShipped = source.file == CatalogSource.shippedWord
            found.append(
                CatalogSource(
                    name: source.file,
                    path: isShipped ? nil : try resolve(source.file),
                    settings: source.settings
                )
            )
        }
        return found
    }
}
