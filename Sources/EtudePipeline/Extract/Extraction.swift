import EtudeCore
public import EtudeFlow

/// Has a model propose skills, in the ways that the pipeline file's block `extract` names.
///
/// Every answer goes into the journal of the pipeline's output folder, so that the same call resumes an extraction that was
/// stopped, pays for nothing twice and comes to the same bytes.
public struct Extraction: Sendable {
    /// What is extracted.
    public let plan: PipelinePlan
    /// Whether only the journal is asked.
    public let isOffline: Bool
    /// Closing it stops the extraction: nothing more is sent, what is in flight is kept.
    public let gate = StopGate()
    /// What others may see of the extraction; its stages are shown as splits, their requests as rows.
    public let monitor = RunMonitor()

    /// An extraction.
    public init(plan: PipelinePlan, isOffline: Bool = false) {
        self.plan = plan
        self.isOffline = isOffline
    }

    /// Asks to the end, or until the gate is closed.
    ///
    /// - Returns: the proposals.
    /// - Throws: ``EtudeError`` where it could not go on; everything paid for is kept.
    public func run() async throws -> ExtractionResult {
        guard let spec = plan.spec.extract else {
            throw EtudeError(
                .config,
                "The file does not say what to extract; write a block such as `extract: { model: NAME, instructions: {} }`.",
                at: Place(file: plan.spec.file, key: "extract")
            )
        }
        let rows = try spec.dataset.map(rows)
        return try await ModelSession.open(
            plan,
            blocks: [spec.model],
            isOffline: isOffline,
            gate: gate,
            meter: monitor.meter
        ) { session in
            let watch = Task { [gate, monitor, plan, models = session.models] in
                await RunWatch(stop: plan.spec.stop, gate: gate, monitor: monitor) { models.isWaiting }.run()
            }
            defer { watch.cancel() }
            return try await propose(spec, rows: rows, session)
        }
    }

    private func rows(_ spec: ExtractSpec.Dataset) throws -> SeedRows {
        let path = try plan.spec.resolve(spec.file)
        let rows = try SeedRows(path, field: spec.field, atMost: spec.rows, seed: seed.child("rows"))
        guard !rows.texts.isEmpty else {
            throw EtudeError(.data, "The file holds no text in the field \"\(spec.field)\".", at: Place(file: path))
        }
        return rows
    }

    private var seed: Seed { plan.seed.child("extract") }

    private func propose(
        _ spec: ExtractSpec,
        rows: SeedRows?,
        _ session: ModelSession
    ) async throws -> ExtractionResult {
        var books = ExtractionBooks()
        var proposals: [Proposal] = []
        var queryTypes: [QueryType] = []
        if let instructions = spec.instructions {
            let way = InstructionSkills(
                spec: instructions,
                asker: try asker("instructions", spec, session),
                prompts: try prompts("instructions", spec, session)
            )
            queryTypes = try await way.queryTypes(noting: &books)
            proposals += try await way.skills(noting: &books)
        }
        if let dataset = spec.dataset, let rows {
            proposals += try await DatasetSkills(
                spec: dataset,
                rows: rows,
                asker: try asker("dataset", spec, session),
                prompts: try prompts("dataset", spec, session),
                seed: seed.child("dataset")
            ).skills(noting: &books)
        }
        if let subjects = spec.subjects {
            proposals += try await SubjectSkills(
                spec: subjects,
                asker: try asker("subject", spec, session),
                prompts: try prompts("subject", spec, session)
            ).skills(noting: &books)
        }
        try refuseOpen(books)
        let different = ProposalList(proposals).proposals
        let kept = TopicClashes(plan.catalog.topics).removed(from: different, noting: &books)
        books.close(kept)
        guard books.isBalanced else { throw EtudeError(.fault, "The books do not balance: \(books.text)") }
        guard !kept.isEmpty else { throw EtudeError(.data, "Nothing was proposed that could be kept. \(books.text)") }
        return ExtractionResult(proposals: kept, queryTypes: queryTypes, books: books)
    }

    /// Refuses to go on where an answer is still to come.
    private func refuseOpen(_ books: ExtractionBooks) throws(EtudeError) {
        if let reason = gate.reason {
            throw EtudeError(
                RunReport.code(of: reason),
                "\(reason.words) Everything paid for is kept; the same command goes on from here."
            )
        }
        guard books.open == 0 else {
            throw EtudeError(
                .unavailable,
                """
                \(books.open) requests wait for answers that did not come or are not recorded. Everything paid for is kept; \
                the same command goes on from here.
                """
            )
        }
    }

    private func asker(_ way: String, _ spec: ExtractSpec, _ session: ModelSession) throws -> ExtractionAsker {
        ExtractionAsker(
            way: way,
            model: try session.models.model(spec.model, as: .teacher),
            gate: gate,
            monitor: monitor,
            width: session.models.width
        )
    }

    private func prompts(_ way: String, _ spec: ExtractSpec, _ session: ModelSession) throws -> ExtractionPrompts {
        try ExtractionPrompts(
            way,
            model: plan.spec.model(spec.model),
            settings: session.models.settings(spec.model),
            seed: seed
        )
    }
}
