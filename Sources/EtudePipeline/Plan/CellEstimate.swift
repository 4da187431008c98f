import EtudeCore
import EtudeSample

/// What a cell is expected to take, by rough counts: four bytes of a prompt are a token.
struct CellEstimate {
    /// Input and output tokens.
    struct Tokens {
        var input: Int
        var output: Int

        /// Both together.
        var sum: Int { input + output }
    }

    let planned: PlannedCell
    /// Drafts for all rows.
    let drafts: Int
    /// The teacher's tokens: two turns, of which the second holds the first.
    let writing: Tokens
    /// The tokens of one judge in all rounds.
    let marking: Tokens
    /// Calls to the teacher and to all judges in all rounds, probes among them.
    let calls: Int
    private let judges: Int

    init(_ planned: PlannedCell, plan: PipelinePlan, share: Double, prompt: [Message]) {
        self.planned = planned
        guard !plan.isRequest(planned.cell) else {
            (drafts, calls, judges) = (0, 0, 0)
            writing = Tokens(input: 0, output: 0)
            marking = writing
            return
        }
        drafts = max(
            Int((Double(planned.cell.rows) / share).rounded(.up)),
            planned.cell.rows * plan.spec.generate.ahead
        )
        judges = plan.spec.judge.panel.count
        let texts = drafts + Int((Double(drafts) * plan.spec.judge.probes).rounded(.up))
        calls = drafts * 2 + texts * plan.spec.judge.ballots
        let request = prompt.map(\.content.utf8.count).reduce(0, +) / 4
        // An answer is about 60 tokens a skill with its explanation; a verdict about 30 a criterion.
        let answer = 60 * planned.cell.k
        writing = Tokens(input: drafts * (2 * request + answer + 100), output: drafts * 2 * answer)
        marking = Tokens(
            input: texts * plan.spec.judge.rounds * (request + answer + 150),
            output: texts * plan.spec.judge.rounds * 30 * (planned.cell.k + 3)
        )
    }

    /// All tokens, in and out.
    var tokens: Int { writing.sum + marking.sum * judges }

    /// Tokens for each row.
    var tokensPerRow: Int { tokens / planned.cell.rows }
}
