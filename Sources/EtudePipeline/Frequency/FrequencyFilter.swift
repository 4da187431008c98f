import EtudeCore
import EtudePublish
import EtudeStore

/// A catalog without what a corpus names too often.
struct FrequencyFilter {
    /// What is left.
    let catalog: Catalog
    /// What was dropped; nil where the pipeline drops nothing.
    let record: FrequencyRecord?
    /// What a person should know of it.
    let diagnostics: [Diagnostic]

    /// Drops what the report of a pipeline says is too common.
    ///
    /// - Throws: ``EtudeError`` with code `config` for a report that cannot be read, or was made for another catalog; `data` for
    ///   what is no report.
    init(_ catalog: Catalog, _ spec: PipelineSpec) throws(EtudeError) {
        guard let settings = spec.catalog.frequency else {
            (self.catalog, record, diagnostics) = (catalog, nil, [])
            return
        }
        let place = Place(file: spec.file, key: "catalog.frequency.file")
        let path = try spec.resolve(settings.file)
        let bytes: [UInt8]
        do {
            bytes = try RealFileSystem().read(path)
        } catch {
            throw EtudeError(.config, error.message, at: place)
        }
        let report = try FrequencyReport(bytes: bytes, path: path)
        try report.refuse(otherThan: catalog, at: place)
        func dropped(_ kind: String, _ entries: [FrequencyReport.Entry], _ name: (String) -> String?) -> [Entry] {
            entries.compactMap { entry in
                guard report.share(of: entry) >= settings.dropAbove, let name = name(entry.id) else { return nil }
                return Entry(kind: kind, id: entry.id, name: name, documents: entry.documents)
            }
        }
        let skills = dropped("skill", report.skills) { catalog.skill($0)?.name }
        let topics = dropped("topic", report.topics) { catalog.topic($0)?.name }
        let (skillIds, topicIds) = (Set(skills.map(\.id)), Set(topics.map(\.id)))
        self.catalog = try Catalog(
            skills: catalog.skills.filter { !skillIds.contains($0.id) },
            topics: catalog.topics.filter { !topicIds.contains($0.id) }
        )
        let record = FrequencyRecord(
            report: SHA256.digest(of: bytes).hex,
            documents: report.documents,
            dropAbove: settings.dropAbove,
            dropped: skills + topics
        )
        self.record = record
        diagnostics =
            report.notes(on: catalog, at: place) + record.dropped.map { Self.diagnostic($0, record, catalog) }
    }

    private typealias Entry = FrequencyRecord.Entry

    private static func diagnostic(_ entry: Entry, _ record: FrequencyRecord, _ catalog: Catalog) -> Diagnostic {
        let share = FrequencyRecord.percent(record.share(of: entry))
        let limit = FrequencyRecord.percent(record.dropAbove)
        return Diagnostic(
            .note,
            rule: "too-common",
            "The \(entry.kind) \"\(entry.name)\" is dropped: \(share) of \(record.documents) documents name it, and "
                + "`catalog.frequency.drop_above` is \(limit).",
            at: entry.kind == "skill" ? catalog.skill(entry.id)?.place : catalog.topic(entry.id)?.place
        )
    }
}

extension FrequencyReport {
    /// Refuses a report that does not count every entry of a catalog, or counts no document.
    func refuse(otherThan catalog: Catalog, at place: Place) throws(EtudeError) {
        let (knownSkills, knownTopics) = (Set(skills.map(\.id)), Set(topics.map(\.id)))
        let missing =
            catalog.skills.map(\.id).filter { !knownSkills.contains($0) }
            + catalog.topics.map(\.id).filter { !knownTopics.contains($0) }
        if let first = missing.first {
            let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
            throw EtudeError(
                .config,
                "The report was made for another catalog: it does not count \"\(first)\"\(more). Count this catalog's names "
                    + "with `etude catalog frequency`.",
                at: place
            )
        }
        guard documents > 0 else {
            throw EtudeError(.config, "The report counts no document. Count a corpus with documents.", at: place)
        }
    }

    /// A note where names were others when they were counted.
    fileprivate func notes(on catalog: Catalog, at place: Place) -> [Diagnostic] {
        guard self.catalog != NamedEntries.digest(catalog.skills, catalog.topics) else { return [] }
        let message = """
            The report was made for a catalog with other names, or more; what it says of an entry whose names changed since is \
            out of date.
            """
        return [Diagnostic(.note, rule: "frequency-names", message, at: place)]
    }
}
