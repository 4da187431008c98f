import EtudeCore
public import EtudeFlow
import EtudeJudge
import EtudeStore

/// Judges texts that the user already has: those of a file, or those that arrive line by line.
public struct TextJudging: Sendable {
    /// Closing it stops the work: nothing more is sent, what is in flight is kept.
    public let gate = StopGate()
    /// What others may see of the work.
    public let monitor = RunMonitor()

    let plan: PipelinePlan
    let reader: SubmissionReader
    let settling: Settling
    let isOffline: Bool
    let tally = JudgingTally()

    /// Judging by a pipeline's catalog, rubric, panel and accept rule.
    ///
    /// - Parameters:
    ///   - plan: the pipeline.
    ///   - mapping: where lines hold what is judged.
    ///   - isShort: whether no further judge is asked once the accept rule is settled; other marks may then be unknown.
    ///   - isOffline: whether only the journal and built-in models are asked.
    public init(plan: PipelinePlan, mapping: FieldMapping, isShort: Bool = false, isOffline: Bool) {
        self.plan = plan
        settling = isShort ? .accepted(plan.spec.judge.accept) : .everyBallot
        self.isOffline = isOffline
        reader = SubmissionReader(plan, mapping: mapping)
    }

    /// Opens the models for some work that judges.
    ///
    /// - Parameter work: the work.
    /// - Returns: what the work returns.
    /// - Throws: ``EtudeError`` where a model refuses for good, or the work was stopped; what the work throws.
    func open<Result>(_ work: (ModelSession, TextJudge) async throws -> Result) async throws -> Result {
        try await ModelSession.open(
            plan,
            blocks: plan.spec.judge.panel,
            isOffline: isOffline,
            gate: gate,
            meter: monitor.meter
        ) { session in
            let result = try await work(session, try TextJudge(session, until: settling))
            try gate.check()
            return result
        }
    }

    /// The reply to a line.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - judge: who judges.
    /// - Returns: the reply, counted; nil where the command is stopping and the text was not judged.
    /// - Throws: ``EtudeError`` where the work cannot go on.
    func reply(to line: Line, by judge: TextJudge) async throws -> JudgingReply? {
        let submitted: SubmittedText
        do {
            submitted = try reader.read(line.text, number: line.number)
        } catch {
            return faulty(line.number, error.message)
        }
        guard let outcome = try await judge.outcome(of: submitted) else { return nil }
        return counted(
            JudgingReply(members: submitted.members, id: submitted.id, line: line.number, outcome: outcome)
        )
    }

    /// The reply to a line that is no text to be judged.
    func faulty(_ line: Int, _ message: String) -> JudgingReply {
        counted(JudgingReply(members: [], id: "", line: line, outcome: .faulty(message)))
    }

    private func counted(_ reply: JudgingReply) -> JudgingReply {
        monitor.show(tally.count(reply))
        return reply
    }
}
