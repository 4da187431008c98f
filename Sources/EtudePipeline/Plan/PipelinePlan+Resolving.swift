import EtudeCore
import EtudeCurate
import EtudePrompt
import EtudePublish
import EtudeSample

extension PipelinePlan {
    /// Resolves a pipeline: reads its files, divides the catalog, draws up the cells, and scans for mentions.
    ///
    /// - Parameter spec: the pipeline.
    /// - Returns: the plan.
    /// - Throws: ``EtudeError`` with code `config` for what cannot be, `data` for a faulty catalog or template.
    public static func resolve(_ spec: PipelineSpec) throws -> PipelinePlan {
        try resolve(spec, after: nil, carrying: nil)
    }

    /// Resolves a pipeline that goes on from an earlier release.
    ///
    /// - Parameters:
    ///   - spec: the pipeline.
    ///   - series: the dataset so far; nil for a first release.
    ///   - carried: the rows that are carried on.
    /// - Returns: the plan.
    /// - Throws: ``EtudeError`` likewise, also for what would break the series.
    static func resolve(_ spec: PipelineSpec, after series: Series?, carrying carried: CarriedRows?) throws
        -> PipelinePlan
    {
        let resolvedCatalog = try ResolvedCatalog(spec)
        let filter = try FrequencyFilter(resolvedCatalog.catalog, spec)
        let active = filter.catalog
        let catalog = try series?.joined(with: active) ?? active
        let templates = try requestTemplates(spec)
        let rubric = try rubric(spec)
        let audit = try auditTemplates(spec)
        let benchmarks = try Benchmarks(spec)
        var wordings: [Template] = []
        for word in spec.output.requests where TemplateLibrary.isPath(word) {
            _ = try spec.resolve(word)
            wordings.append(try TemplateLibrary.template(word, relativeTo: spec.folder))
        }
        let seed = Seed(UInt64(spec.seed))
        let activeDivision = try spec.placing { () throws(EtudeError) in
            let (rule, seed) = (spec.holdoutRule, seed.child("holdout"))
            guard let series else { return try Division.divide(catalog: active, rule: rule, seed: seed) }
            return try Division.divide(catalog: active, rule: rule, seed: seed, keeping: series.division)
        }
        let division = series.map { activeDivision.joined(with: $0.division) } ?? activeDivision
        let sample = try spec.placing { () throws(EtudeError) in
            try SamplePlan.make(
                division: activeDivision,
                splits: spec.splitRules(after: series, carrying: carried),
                candidates: spec.generate.candidates,
                strategy: spec.strategy,
                seed: seed.child("sample"),
                after: series?.ledger.history ?? SampleHistory()
            )
        }
        let facts = ReleaseFacts(spec: spec, catalog: catalog, division: division, criteria: rubric.ids)
        // What only measures the rows decides nothing about them.
        let deciding = spec.exposure.mode == .drop ? audit.map { [$0] } ?? [] : []
        let plan = PipelinePlan(
            spec: spec,
            catalog: catalog,
            sources: resolvedCatalog.sources,
            division: division,
            activeDivision: activeDivision,
            isRefresh: series != nil,
            sample: sample,
            seed: seed,
            hash: hash(
                spec,
                catalog: catalog,
                division: division,
                templates: [templates, rubric.templates] + deciding,
                wordings: wordings,
                benchmarks: benchmarks,
                frequency: filter.record
            ),
            diagnostics: resolvedCatalog.diagnostics + filter.diagnostics + activeDivision.diagnostics
                + sample.diagnostics + ModelFamily.warnings(spec)
                + exposureWarnings(spec, facts),
            facts: facts,
            frequency: filter.record,
            templates: templates,
            wordings: wordings,
            rubric: rubric,
            audit: audit,
            benchmarks: benchmarks
        )
        try plan.refuseMentions()
        try plan.refuseAcceptRule()
        _ = try plan.student()
        _ = try spec.audit()
        return plan
    }

    /// The teacher's templates, with the pipeline's own wording of the task where it has one.
    private static func requestTemplates(_ spec: PipelineSpec) throws(EtudeError) -> TemplateSet {
        let set = try spec.placing(at: "generate.template") { () throws(EtudeError) in
            try TemplateLibrary.load(
                spec.generate.template,
                language: spec.generate.language,
                relativeTo: spec.folder,
                admitting: spec.admit
            )
        }
        guard let wording = spec.generate.wording else { return set }
        let genre = try Template(source: "{{! variables: }}\n" + wording, file: spec.file)
        return TemplateSet(
            name: set.name,
            language: set.language,
            files: set.files.map { $0.path == "genre.mustache" ? ($0.path, genre) : $0 }
        )
    }

    /// A hash of everything that decides what is published; addresses, keys and limits are not in it.
    private static func hash(
        _ spec: PipelineSpec,
        catalog: Catalog,
        division: Division,
        templates: [TemplateSet],
        wordings: [Template],
        benchmarks: Benchmarks?,
        frequency: FrequencyRecord?
    ) -> String {
        let divided = DividedCatalog(
            catalog: catalog,
            heldOutSkills: Set(division.heldOutSkills),
            heldOutTopics: Set(division.heldOutTopics)
        )
        var members = [
            JSONMember("plan_version", 1),
            JSONMember("pipeline", spec.resolved),
            JSONMember("catalog", .string(SHA256.digest(of: divided.bytes).hex)),
            JSONMember(
                "templates",
                .array(templates.flatMap { set in set.sources.map { .string($0.path + "\n" + $0.text) } })
            ),
            JSONMember("wordings", .array(wordings.map { .string($0.source) })),
        ]
        if let benchmarks {
            members.append(JSONMember("benchmarks", .array(benchmarks.digests.map(JSONValue.string))))
        }
        if let frequency { members.append(JSONMember("frequency", .string(frequency.report))) }
        return SHA256.digest(of: JSONValue.object(members).canonicalText).hex
    }

    /// Refuses entries of one side whose text names an entry of the other, unless the pipeline allows the mention.
    private func refuseMentions() throws(EtudeError) {
        let heldOutSkills = Set(division.heldOutSkills)
        let heldOutTopics = Set(division.heldOutTopics)
        let train = (
            skills: catalog.skills.filter { !heldOutSkills.contains($0.id) },
            topics: catalog.topics.filter { !heldOutTopics.contains($0.id) }
        )
        let held = (
            skills: catalog.skills.filter { heldOutSkills.contains($0.id) },
            topics: catalog.topics.filter { heldOutTopics.contains($0.id) }
        )
        let files = templates.files + rubric.templates.files + (audit?.files ?? [])
        let templateSources = (files.map(\.template) + wordings).map {
            MentionScan.Source(owner: $0.file, place: Place(file: $0.file), texts: [$0.source])
        }
        let criteria = rubric.criteria.map { criterion in
            MentionScan.Source(
                owner: criterion.id,
                place: criterion.place,
                texts: [criterion.label, criterion.pass, criterion.fail].compactMap { $0?.source }
            )
        }
        let trainSources = train.skills.map(MentionScan.source) + train.topics.map(MentionScan.source)
        let heldSources = held.skills.map(MentionScan.source) + held.topics.map(MentionScan.source)
        let mentions =
            MentionScan(skills: held.skills, topics: held.topics).mentions(
                in: trainSources + templateSources + criteria
            )
            + MentionScan(skills: train.skills, topics: train.topics).mentions(in: heldSources)
        let refused = mentions.filter { mention in
            !spec.holdout.allowedMentions.contains { $0.entry == mention.entry && $0.names == mention.names }
        }
        guard let first = refused.first else { return }
        let pairs = refused.prefix(5).map { "\"\(label($0.entry))\" names \"\(label($0.names))\" (\"\($0.form)\")" }
        let rest = refused.count > 5 ? ", and \(refused.count - 5) more" : ""
        throw EtudeError(
            .config,
            "\(pairs.joined(separator: "; "))\(rest): they stand on different sides of the holdout, so the one would bring the "
                + "other into its prompts. Reword the text, move one of them, or allow it with a reason: "
                + "holdout.allow_mention: [{ entry: \(first.entry), names: \(first.names), reason: \"…\" }].",
            at: first.place
        )
    }

    /// How a person knows an entry: by its name.
    private func label(_ id: String) -> String { catalog.skill(id)?.name ?? catalog.topic(id)?.name ?? id }
}
