import EtudeCore
public import EtudeFlow
import EtudeJudge
import EtudePrompt
import EtudeStore

/// Measures the judges of a pipeline against a person's marks.
public struct TextCalibration: Sendable {
    private let judging: TextJudging

    /// Closing it stops the work: nothing more is sent, what is in flight is kept.
    public var gate: StopGate { judging.gate }
    /// What others may see of the work.
    public var monitor: RunMonitor { judging.monitor }

    /// Calibration by a pipeline's catalog, rubric, panel and accept rule.
    ///
    /// - Parameters:
    ///   - plan: the pipeline.
    ///   - mapping: where lines hold what is judged.
    ///   - isOffline: whether only the journal and built-in models are asked.
    public init(plan: PipelinePlan, mapping: FieldMapping, isOffline: Bool) {
        judging = TextJudging(plan: plan, mapping: mapping, isOffline: isOffline)
    }

    /// Has the texts of a file judged, every judge in every round, and sets the marks beside the labels.
    ///
    /// - Parameter file: JSON Lines, gzipped if the name ends with `.gz`; `-` is standard input.
    /// - Returns: how good the judges are.
    /// - Throws: ``EtudeError`` with code `data` naming the first line that is no labelled text; others where a model refuses for
    ///   good, or the work was stopped.
    public func run(_ file: String) async throws -> CalibrationReport {
        var count = 0
        let lines = try SubmissionFile(file).spooled { line throws(EtudeError) in
            _ = try labelled(line)
            count += 1
        }
        judging.tally.expect(count)
        var marks = CalibrationMarks()
        try await judging.open { session, judge in
            var lines = try lines.lines()
            try await BoundedFanOut(width: session.models.width).run(
                next: { gate.reason == nil ? try lines.nextSubmission() : nil },
                perform: { line in
                    let text = try labelled(line)
                    return (line.number, text, try await judging.reply(to: line, by: judge)?.outcome)
                },
                receive: { number, text, outcome in
                    guard case .judged(let judged) = outcome else { return }
                    marks.add(number, text, judged, rule: judge.rule)
                }
            )
        }
        return CalibrationReport(
            JudgeCalibration(
                marks: marks.inOrder,
                observed: try PassRate(judging.plan).map { [CalibrationMarks.accepted: $0.sample] } ?? [:],
                seed: judging.plan.seed.child("calibrate")
            ),
            texts: count,
            summary: judging.tally.summary
        )
    }

    private func labelled(_ line: Line) throws(EtudeError) -> LabelledText {
        let submitted = try judging.reader.read(line.text, number: line.number)
        return try LabelledText(submitted, criteria: judging.plan.rubric.criteria(of: submitted.assignment))
    }
}
