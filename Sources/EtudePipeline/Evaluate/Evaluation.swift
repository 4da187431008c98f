import EtudeCore
public import EtudeFlow
import EtudeJudge
import EtudePublish
import EtudeSample

/// SKILL-MIX(k) of any model: has students write, and judges grade what they wrote.
///
/// Every answer goes into the journal of the pipeline's output folder, so that the same call resumes an evaluation that was
/// stopped and comes to the same end.
public struct Evaluation: Sendable {
    /// What an evaluation needs to know beside the pipeline file.
    public struct Options: Sendable {
        /// A release whose reserved requests are asked; nil to draw combinations.
        public var release: String?
        /// The split of the release; nil for its only split of requests.
        public var split: String?
        /// Whether larger k are asked of a student whose full marks have fallen under the threshold.
        public var allK = false
        /// Whether only the journal and built-in models are asked.
        public var isOffline: Bool
        /// How texts are scored, on which it depends whether a larger k is asked.
        public var report = EvaluationReport.Options()

        /// Drawn combinations, unless a release is named later.
        ///
        /// - Parameter isOffline: whether only the journal and built-in models are asked.
        public init(isOffline: Bool = false) {
            self.isOffline = isOffline
        }
    }

    /// What is evaluated.
    public let plan: PipelinePlan
    /// The options.
    public let options: Options
    /// Closing it stops the evaluation: nothing more is sent, what is in flight is kept.
    public let gate = StopGate()
    /// What others may see of the evaluation; the texts of a student are shown as the rows of a split.
    public let monitor = RunMonitor()

    /// An evaluation of a pipeline's students.
    public init(plan: PipelinePlan, options: Options = Options()) {
        self.plan = plan
        self.options = options
    }

    /// Evaluates to the end, or until the gate is closed.
    ///
    /// - Returns: every text with its gradings.
    /// - Throws: ``EtudeError`` where it could not go on; everything paid for is kept.
    public func run() async throws -> EvaluationResult {
        let spec = plan.spec.evaluate
        guard !spec.students.isEmpty else {
            throw EtudeError(
                .config,
                """
                Nobody is named to be evaluated; write `evaluate: { students: [NAME] }`, or `--students NAME`, after a block \
                of `models`.
                """,
                at: Place(file: plan.spec.file, key: "evaluate.students")
            )
        }
        let questions = try questions()
        let blocks = (spec.students + spec.judges).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return try await ModelSession.open(
            plan,
            blocks: blocks,
            isOffline: options.isOffline,
            gate: gate,
            meter: monitor.meter
        ) { session in
            let watch = Task { [gate, monitor, plan, models = session.models] in
                await RunWatch(stop: plan.spec.stop, gate: gate, monitor: monitor) { models.isWaiting }.run()
            }
            defer { watch.cancel() }
            return try await ask(questions, session)
        }
    }

    private func questions() throws -> QuestionSet {
        let spec = plan.spec.evaluate
        guard let path = options.release else {
            guard options.split == nil else {
                throw EtudeError(.usage, "`--split` names a split of a release; give the release by `--release`.")
            }
            let isDivided = !plan.division.heldOutSkills.isEmpty && !plan.division.heldOutTopics.isEmpty
            return try DrawnQuestions(plan: plan)
                .questions(
                    spec.settings ?? (isDivided ? [.train, .heldOut] : [.any]),
                    k: spec.k ?? Array(2...5),
                    combinations: spec.combinations
                )
        }
        return try ReleaseQuestions(path, split: options.split, for: plan.spec)
            .questions(k: spec.k, combinations: spec.combinations)
    }

    private func ask(_ questions: QuestionSet, _ session: ModelSession) async throws -> EvaluationResult {
        let asker = try EvaluationAsker(session, hasMarkers: questions.hasMarkers)
        var course = EvaluationCourse(plan.spec.evaluate, scoring: options.report, allK: options.allK)
        var troubles: [EvaluationTrouble: Int] = [:]
        for k in questions.cells.map(\.k).reduce(into: [Int](), { if $0.last != $1 { $0.append($1) } }) {
            let legs = course.legs(of: questions.cells.filter { $0.k == k })
            let items = legs.map(course.items)
            for (leg, texts) in try await graded(items, asker, session, &troubles).enumerated() {
                course.take(texts, of: legs[leg])
            }
        }
        return EvaluationResult(self, course: course, questions: questions, troubles: troubles)
    }

    /// Asks for the texts of some legs at the same time.
    private func graded(
        _ legs: [[EvaluationItem]],
        _ asker: EvaluationAsker,
        _ session: ModelSession,
        _ troubles: inout [EvaluationTrouble: Int]
    ) async throws -> [[GradedText]] {
        let first = monitor.cells.count
        for (leg, items) in legs.enumerated() { show(items, answered: 0, at: first + leg) }
        // By question, so that all students go forward together.
        var pieces = legs.enumerated()
            .flatMap { leg, items in items.enumerated().map { (leg: leg, turn: $0, item: $1) } }
            .sorted { ($0.turn, $0.leg) < ($1.turn, $1.leg) }[...]
        var graded = legs.map { _ in [GradedText]() }
        var missing = 0
        try await BoundedFanOut(width: session.models.width).run(
            next: { gate.reason == nil ? pieces.popFirst() : nil },
            perform: { (leg: $0.leg, asked: try await asker.ask($0.item)) },
            receive: { leg, asked in
                for trouble in asked.troubles { troubles[trouble, default: 0] += 1 }
                guard let text = asked.text else {
                    missing += 1
                    return
                }
                graded[leg].append(text)
                show(legs[leg], answered: graded[leg].count, at: first + leg)
            }
        )
        if let reason = gate.reason {
            throw EtudeError(
                RunReport.code(of: reason),
                "\(reason.words) Everything paid for is kept; the same command goes on from here."
            )
        }
        guard missing == 0 else {
            throw EtudeError(
                .unavailable,
                """
                \(missing) texts wait for answers that did not come or are not recorded. Everything paid for is kept; the same \
                command goes on from here.
                """
            )
        }
        return graded
    }

    private func show(_ items: [EvaluationItem], answered: Int, at index: Int) {
        guard let item = items.first else { return }
        let name = "\(item.student) \(item.cell.setting)"
        var books = CellBooks(split: name, k: item.cell.k)
        books.accepted = answered
        let cell = Cell(index: index, split: name, k: item.cell.k, rows: items.count)
        monitor.show(CellReport(cell: cell, books: books, closing: answered == items.count ? "complete" : nil))
    }
}
