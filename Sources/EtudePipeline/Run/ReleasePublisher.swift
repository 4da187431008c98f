import EtudeCore
import EtudeCurate
import EtudeFlow
import EtudePublish
import EtudeSample
import EtudeStore

/// Writes the release of a finished run, verifies it, and moves `current` to it.
struct ReleasePublisher {
    let plan: PipelinePlan
    let folder: OutputFolder
    let ledger: Ledger
    let release: Int
    /// The rows of each cell that are carried on from the release before, by the cell's name.
    let carried: [String: Int]
    let run: PipelineRun

    /// Publishes what was decided, if the pipeline's rule allows it.
    ///
    /// - Parameters:
    ///   - spools: the decisions.
    ///   - books: the books of each cell.
    ///   - decided: the places of the positions that each cell has decided.
    ///   - judging: how far the judges can be trusted.
    ///   - exposure: what the exposure audit measured; nil where there was none.
    ///   - journal: what the run paid for.
    /// - Returns: what the run came to.
    /// - Throws: ``EtudeError`` where the release cannot be written, or does not verify.
    func publish(
        _ spools: DecisionSpools,
        books: [CellBooks],
        decided: [[UInt128]],
        judging: JudgingRecord,
        exposure: JSONValue?,
        journal: Journal
    ) throws -> RunReport {
        if let refusal = try refusal(books) {
            try unpublished.write(spools.rejected, plan.spec.output.layout)
            let advice = "`etude status --rejected` lists the drafts and their reasons."
            return run.report(.short, notes: shortfall(books) + [refusal, advice])
        }
        var diversity = ReleaseDiversity(seed: plan.seed)
        let certificate = try certificate(of: spools, measured: plan.measured(exposure: exposure), &diversity)
        let builder = ReleaseBuilder(output: folder.path)
        let ledger = ledger.deciding(decided, of: plan).entering(
            Ledger.Entry(
                release: release,
                digest: "",
                planHash: plan.hash,
                publishedAt: WallClock.milliseconds,
                kind: plan.isRefresh ? .refresh : .run
            )
        )
        var contents = try contents(spools, books, certificate: certificate, ledger: ledger, journal: journal)
        contents.before = plan.isRefresh ? try folder.current().map { try ReleaseReader($0.path) } : nil
        contents.diversity = diversity.json(plan.spec.splits.map(\.name))
        contents.manifest.sources = plan.sources
        contents.manifest.frequency = plan.frequency
        contents.manifest.judging = judging
        contents.manifest.judging?.audit = try plan.spec.audit()
        contents.manifest.elapsedMilliseconds = run.elapsedMilliseconds
        contents.report = { manifest, release throws(EtudeError) in
            Array(try ReleaseReport(of: release, manifest: manifest).html.utf8)
        }
        let building = try builder.build(contents)
        let verification = try ReleaseVerifier.verify(building.folder)
        guard verification.isClean else {
            throw EtudeError(.fault, "The release does not verify and was not published: \(verification.summary)")
        }
        let path = try builder.publish(building)
        try unpublished.remove()
        try folder.save(ledger.published(building.manifest.digest))
        let ending = run.gate.reason.map(RunReport.Ending.stopped) ?? (isComplete(books) ? .complete : .short)
        return run.report(
            ending,
            release: path,
            digest: building.manifest.digest,
            notes: growth(books) + shortfall(books) + MeasureWarnings.of(judging)
                + (exposure.map { ExposureStatement($0).sentences.prefix(1) } ?? [])
        )
    }

    private var unpublished: UnpublishedDrafts { UnpublishedDrafts(output: folder.path) }

    private func isComplete(_ books: [CellBooks]) -> Bool {
        zip(plan.cells, books).allSatisfy { $0.cell.rows == $1.accepted }
    }

    /// Why a release may not be published, being short; nil where it may.
    func refusal(_ books: [CellBooks]) throws(EtudeError) -> String? {
        guard !isComplete(books) else { return nil }
        guard let minimum = plan.spec.publish.minimum else {
            return "`publish.minimum: complete` wants every row, so nothing was published."
        }
        let rows = Dictionary(zip(plan.cells, books).map { ($1.split, accepted($0, $1)) }, uniquingKeysWith: +)
        if let poor = plan.spec.splits.first(where: { (rows[$0.name] ?? 0) < minimum }) {
            return
                "The split \(poor.name) has \(rows[poor.name] ?? 0) rows, `publish.minimum` wants \(minimum), so nothing was published."
        }
        guard let before = try folder.current()?.manifest else { return nil }
        let earlier = Dictionary(before.counts.map { ($0.split, $0.accepted) }, uniquingKeysWith: +)
        guard let fewer = rows.keys.sorted().first(where: { (earlier[$0] ?? 0) > (rows[$0] ?? 0) }) else { return nil }
        return "The split \(fewer) would have fewer rows than in release \(before.release), so nothing was published."
    }

    /// How many rows of a cell the release holds.
    private func accepted(_ planned: PlannedCell, _ books: CellBooks) -> Int {
        (carried[planned.cell.name] ?? 0) + books.accepted
    }

    /// What a refresh added.
    private func growth(_ books: [CellBooks]) -> [String] {
        guard plan.isRefresh else { return [] }
        let (before, added) = (carried.values.reduce(0, +), books.map(\.accepted).reduce(0, +))
        return ["\(before) rows are carried on, \(added) were added."]
    }

    private func shortfall(_ books: [CellBooks]) -> [String] {
        zip(plan.cells, books).filter { $0.cell.rows > $1.accepted }.map { planned, books in
            "\(planned.cell.name) has \(books.accepted) of \(planned.cell.rows) rows."
        }
    }

    /// What the rules find in all rows, which the diversity takes, too.
    private func certificate(
        of spools: DecisionSpools,
        measured: JSONValue,
        _ diversity: inout ReleaseDiversity
    ) throws -> Certificate {
        var rules = RowRules(plan.facts, texts: try SpooledTexts(directory: folder.path))
        for index in plan.cells.indices {
            var reader = try spools.rows[index].lines()
            while true {
                let lines = try reader.next(atMost: 1024)
                guard !lines.isEmpty else { break }
                let examined = ConcurrentSlices.map(lines, size: 64) { [rules] line in
                    Result {
                        let json = try JSONParser.parse(line.text)
                        return (json: json, row: rules.examine(json))
                    }
                }
                for (line, result) in zip(lines, examined) {
                    let (json, row) = try result.get()
                    diversity.add(json)
                    let found = try rules.take(row, shard: plan.cells[index].cell.name, line: line.number)
                    if let violation = found.first {
                        throw EtudeError(.fault, "A decided row breaks a rule: \(violation)")
                    }
                }
            }
        }
        return rules.certificate(measured: measured)
    }

    private func contents(
        _ spools: DecisionSpools,
        _ books: [CellBooks],
        certificate: Certificate,
        ledger: Ledger,
        journal: Journal
    ) throws -> ReleaseContents {
        let counts = zip(plan.cells, books).map { planned, books in
            CellCount(
                split: planned.cell.split,
                k: planned.cell.k,
                asked: (carried[planned.cell.name] ?? 0) + planned.cell.rows,
                accepted: accepted(planned, books)
            )
        }
        return ReleaseContents(
            manifest: Manifest(
                release: release,
                name: plan.spec.name,
                planHash: plan.hash,
                toolVersion: PipelineRun.toolVersion,
                createdAt: WallClock.timestamp,
                isComplete: isComplete(books),
                compression: GzipWriter.libraryVersion,
                models: models,
                cost: try CostRecord(plan.spec, statistics: journal.statistics()).json,
                counts: counts,
                books: books
            ),
            splits: plan.spec.splits.map { split in
                let cells = plan.cells.indices.filter { plan.cells[$0].cell.split == split.name }
                return ReleaseContents.Split(
                    name: split.name,
                    cells: cells.map { ShardWriter.Cell(k: plan.cells[$0].cell.k, rows: spools.rows[$0]) }
                )
            },
            rejected: spools.rejected,
            sets: plan.spec.sets,
            setSeed: plan.seed,
            layout: plan.spec.output.layout,
            certificate: certificate.json,
            pipeline: plan.resolvedText,
            catalog: plan.dividedCatalog,
            templates: plan.templateFiles,
            ledger: ledger.bytes,
            language: plan.spec.generate.language
        )
    }

    private var models: [ModelRecord] {
        let teacher = [(plan.spec.generate.model, ModelSpec.Duty.teacher)]
        let judges = plan.spec.judge.panel.map { ($0, ModelSpec.Duty.judge) }
        let embedder = plan.spec.deduplicate.semantic.map { [($0.model, ModelSpec.Duty.embedder)] } ?? []
        return (teacher + judges + embedder).compactMap { block, duty in
            guard let spec = plan.spec.model(block), let role = ModelRecord.Role(rawValue: duty.rawValue) else {
                return nil
            }
            return ModelRecord(role: role, name: spec.rowName(as: duty), isBuiltIn: spec.provider == .builtin)
        }
    }
}
