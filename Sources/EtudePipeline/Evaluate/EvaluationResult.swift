public import EtudeCore
public import EtudeJudge

/// What an evaluation came to.
public struct EvaluationResult: Sendable {
    /// Every text with its gradings: k ascending, then by setting, student, question and generation.
    public let texts: [GradedText]
    /// The skill pairs that the training rows of a release have seen, by cell; empty without a release.
    public let seenPairs: [EvaluationReport.SeenPairs]
    /// What a person should know: answers that were of no use, k that were skipped, judges that are not independent.
    public let notes: [String]
    private let title: String
    private let options: EvaluationReport.Options

    init(
        _ evaluation: Evaluation,
        course: EvaluationCourse,
        questions: QuestionSet,
        troubles: [EvaluationTrouble: Int]
    ) {
        let spec = evaluation.plan.spec
        let asked = spec.evaluate.conversation == .row ? "as training rows ask" : "in the paper's two turns"
        let source = evaluation.options.release.map { ", questions of the release \($0)" } ?? ""
        title = "SKILL-MIX of \(spec.name), asked \(asked)\(source)"
        options = evaluation.options.report
        texts = course.texts
        seenPairs = questions.seenPairs
        notes =
            JudgeIndependence(spec).warnings
            + course.skipped.map { leg in
                "\(leg.student), \(leg.cell.setting), k = \(leg.cell.k): skipped, since full marks fell under "
                    + "\(Saturation.threshold) at a smaller k; `--all-k` asks all the same."
            } + Self.sentences(on: troubles)
    }

    /// The metrics of the texts, by judge, setting, student and k.
    ///
    /// - Returns: the report.
    /// - Throws: ``EtudeError`` with code `data` where no answer has a text.
    public func report() throws(EtudeError) -> EvaluationReport {
        guard texts.contains(where: { !$0.gradings.isEmpty }) else {
            throw EtudeError(.data, "There is nothing to score. \(notes.joined(separator: " "))")
        }
        return try EvaluationReport(
            texts: texts,
            options: options,
            context: EvaluationReport.Context(title: title, seenPairs: seenPairs, warnings: notes)
        )
    }

    private static func sentences(on troubles: [EvaluationTrouble: Int]) -> [String] {
        let blocks = Dictionary(grouping: troubles.keys) { Blocked(block: $0.block, kind: $0.kind) }
        return blocks.map { blocked, troubles in
            let reasons = troubles.map { (reason: $0.reason, count: counts($0)) }
                .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
            let sum = reasons.map(\.count).reduce(0, +)
            let list = reasons.map { "\($0.reason) \($0.count)" }.joined(separator: ", ")
            return switch blocked.kind {
            case .noText: "\(blocked.block) gave \(sum) answers without a text (\(list)); they earn nothing."
            case .noMarks: "\(blocked.block) left \(sum) texts without marks (\(list)); their marks are unknown."
            }
        }
        .sorted()

        func counts(_ trouble: EvaluationTrouble) -> Int { troubles[trouble] ?? 0 }
    }

    private struct Blocked: Hashable {
        let block: String
        let kind: EvaluationTrouble.Kind
    }
}
