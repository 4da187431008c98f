public import EtudeCore
public import EtudeJudge

extension NoveltyBound {
    /// Reads a bound as a person writes it.
    ///
    /// - Parameter text: `file=FREQUENCY.json`, a report of `etude catalog frequency`, and `,texts=…` where the corpus has more
    ///   texts than were counted; or what ``init(parsing:)`` reads.
    /// - Returns: the bound.
    /// - Throws: ``EtudeError`` with code `usage` for anything else; `io` or `data` for what is no report.
    public static func reading(_ text: String) throws(EtudeError) -> NoveltyBound {
        guard text.hasPrefix("file=") else { return try NoveltyBound(parsing: text) }
        var path = text.dropFirst(5)
        var texts: Double?
        if let mark = path.ranges(of: ",texts=").last {
            texts = Double(path[mark.upperBound...])
            guard let texts, texts.isFinite, texts > 0 else {
                throw EtudeError(.usage, "`\(text)` should end with a number of texts, such as texts=1e14.")
            }
            path = path[..<mark.lowerBound]
        }
        let report = try FrequencyReport.read(String(path))
        return try report.noveltyBound(report.skills, report.topics, texts: texts, at: Place(file: String(path)))
    }
}

extension PipelinePlan {
    /// The bound of what may be memory, by the report that the pipeline names; nil where it names none.
    ///
    /// The frequencies are the means of the catalog's skills and topics, without those that are dropped.
    ///
    /// - Returns: the bound.
    /// - Throws: ``EtudeError`` for a report that cannot be read, or was made for another catalog.
    public func noveltyBound() throws(EtudeError) -> NoveltyBound? {
        guard let settings = spec.evaluate.frequency else { return nil }
        let place = Place(file: spec.file, key: "evaluate.frequency.file")
        let report = try FrequencyReport.read(spec.resolve(settings.file))
        try report.refuse(otherThan: catalog, at: place)
        return try report.noveltyBound(
            report.skills.filter { catalog.skill($0.id) != nil },
            report.topics.filter { catalog.topic($0.id) != nil },
            texts: settings.texts,
            at: place
        )
    }
}

extension FrequencyReport {
    fileprivate func noveltyBound(
        _ skills: [Entry],
        _ topics: [Entry],
        texts: Double?,
        at place: Place
    ) throws(EtudeError) -> NoveltyBound {
        let (skill, topic) = (mean(skills), mean(topics))
        guard skill > 0, topic > 0 else {
            let message =
                "No \(skill > 0 ? "topic" : "skill") is named in the corpus, so that no bound follows from the report."
            throw EtudeError(.config, message, at: place)
        }
        return NoveltyBound(skillFrequency: skill, topicFrequency: topic, texts: texts ?? Double(documents))
    }

    /// The mean share of documents that name an entry.
    private func mean(_ entries: [Entry]) -> Double {
        Double(entries.reduce(0) { $0 + $1.documents }) / Double(max(1, documents)) / Double(max(1, entries.count))
    }
}
