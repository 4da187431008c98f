public import EtudeCore
public import EtudeCurate
import EtudeGenerate
import EtudeIngest
import EtudePrompt
public import EtudePublish
public import EtudeSample

/// A pipeline with everything resolved: the catalog read and divided, the cells drawn up, the templates loaded and checked.
///
/// Nothing has been asked of a model yet, and nothing about the data is still open: the hash covers everything that decides
/// what a run publishes, and nothing that only tunes it.
public struct PipelinePlan: Sendable {
    /// The pipeline file.
    public let spec: PipelineSpec
    /// Skills and topics.
    public let catalog: Catalog
    /// Where they come from.
    public let sources: [SourceRecord]
    /// Which of them train, which are held out, and which combinations are closed; entries that left the catalog and stand in
    /// earlier rows are among them.
    public let division: Division
    /// The same without those that left the catalog: what is drawn from.
    let activeDivision: Division
    /// Whether the plan goes on from an earlier release.
    let isRefresh: Bool
    /// The cells with their spaces and blocks, in the decision order.
    public let sample: SamplePlan
    /// The seed from which everything follows.
    public let seed: Seed
    /// 64 hexadecimal digits over everything that decides the data.
    public let hash: String
    /// What a person should know about the pipeline.
    public let diagnostics: [Diagnostic]
    /// What the rules of a release need to know.
    public let facts: ReleaseFacts

    /// What was dropped for being too common; nil where nothing was looked for.
    let frequency: FrequencyRecord?
    let templates: TemplateSet
    /// The student's request wordings that are files of the user's own.
    let wordings: [Template]
    /// What the judges mark by.
    let rubric: Rubric
    /// The questions of the exposure audit; nil where there is none.
    let audit: TemplateSet?
    /// What no row may hold items of; nil for nothing.
    let benchmarks: Benchmarks?

    /// What of ``diagnostics`` is about the division of the catalog.
    public var divisionWarnings: [Diagnostic] { activeDivision.diagnostics }

    /// The cells in the decision order.
    var cells: [PlannedCell] { sample.cells }

    /// Whether a cell holds requests only.
    func isRequest(_ cell: Cell) -> Bool { facts.split(cell.split)?.texts == false }

    /// The assignment of a candidate.
    func assignment(_ candidate: Candidate) throws(EtudeError) -> Assignment {
        var skills: [Skill] = []
        for id in candidate.combination.skills {
            guard let skill = catalog.skill(id) else {
                throw EtudeError(.fault, "The plan draws an unknown skill \"\(id)\".")
            }
            skills.append(skill)
        }
        guard let topic = catalog.topic(candidate.combination.topic) else {
            throw EtudeError(.fault, "The plan draws an unknown topic \"\(candidate.combination.topic)\".")
        }
        return Assignment(
            skills: skills,
            topic: topic,
            sentenceLimit: spec.generate.sentences.limit(k: skills.count),
            language: spec.generate.language
        )
    }

    /// The student's requests.
    func student() throws(EtudeError) -> StudentRequest {
        try StudentRequest(
            templates: templates,
            names: spec.output.requests,
            relativeTo: spec.folder,
            turns: StudentRequest.Turns(rawValue: spec.output.turns) ?? .final,
            definitions: spec.output.definitions,
            explanation: spec.output.explanation
        )
    }

    /// A decider at the start of the plan.
    ///
    /// - Parameters:
    ///   - release: the number of the release to be.
    ///   - texts: where kept texts are put, empty.
    ///   - carried: the rows of the release that the plan goes on from; nil for a first release.
    /// - Returns: the decider.
    /// - Throws: ``EtudeError`` with code `data` where a request cannot be rendered.
    func decider(
        release: Int,
        texts: any TextStore,
        carrying carried: CarriedRows? = nil
    ) throws(EtudeError) -> Decider<RowKeeper> {
        var draws = SampledPositions(sample, strategy: spec.strategy)
        var keeper = RowKeeper(plan: self, release: release, student: try student(), texts: texts)
        try carried?.forEachRow(of: self) { row, cell throws(EtudeError) in
            draws.kept(Combination(skills: row.skills, topic: row.topic), cell: cell)
            try keeper.carry(row)
        }
        return try Decider(
            cells: cells.map { (cell: $0.cell, positions: $0.limit, isRequest: isRequest($0.cell)) },
            attempts: spec.generate.attempts,
            ahead: spec.generate.ahead,
            draws: draws,
            acceptor: keeper
        )
    }

    /// The first candidates, one cell after the other in turn; cells of requests only are passed.
    func firstCandidates(_ count: Int) throws(EtudeError) -> [Candidate] {
        var positions = SampledPositions(sample, strategy: .uniform)
        let written = cells.map(\.cell).filter { !isRequest($0) }.map(\.index)
        guard !written.isEmpty else { return [] }
        var candidates: [Candidate] = []
        for turn in 0..<count {
            let cell = written[turn % written.count]
            guard let drawn = positions.next(cell: cell) else { continue }
            candidates.append(drawn.candidate(attempt: 0))
        }
        return candidates
    }

    /// The pipeline file of the release: resolved, without secrets.
    var resolvedText: String {
        "# The pipeline as it was run: every setting that changes the data. Secrets, addresses and limits are left out.\n"
            + YAMLWriter.text(of: spec.resolved)
    }

    /// Every entry with its side.
    var dividedCatalog: DividedCatalog {
        DividedCatalog(
            catalog: catalog,
            heldOutSkills: Set(division.heldOutSkills),
            heldOutTopics: Set(division.heldOutTopics)
        )
    }

    /// The templates that were used, by their path below `templates/`.
    var templateFiles: [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        let audits = audit.map { [("exposure", $0)] } ?? []
        for (folder, set) in [("requests", templates), ("rubric", rubric.templates)] + audits {
            for source in set.sources { files["\(folder)/\(set.language)/\(source.path)"] = Array(source.text.utf8) }
        }
        for (index, wording) in wordings.enumerated() {
            files["wordings/\(index).mustache"] = Array(wording.source.utf8)
        }
        return files
    }

    /// What the certificate says without proving it.
    ///
    /// - Parameter exposure: what the exposure audit found; nil where there was none.
    /// - Returns: the measurements.
    func measured(exposure: JSONValue?) -> JSONValue {
        let mentions = spec.holdout.allowedMentions.map { mention -> JSONValue in
            ["entry": .string(mention.entry), "names": .string(mention.names), "reason": .string(mention.reason)]
        }
        let audit = exposure.map { [JSONMember("exposure", $0)] } ?? []
        return .object([JSONMember("allowed_mentions", .array(mentions))] + audit)
    }
}

extension PipelinePlan {
    /// The model blocks that a run asks, each once: the teacher, then the judges.
    var usedModels: [String] { spec.usedModels }
}
