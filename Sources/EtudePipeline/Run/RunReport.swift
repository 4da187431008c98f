public import EtudeCore
public import EtudeFlow

/// What a run came to.
public struct RunReport: Sendable {
    /// How the run ended.
    public enum Ending: Sendable, Equatable {
        /// Every row asked for; published, or published before.
        case complete
        /// Finished short of the rows asked for.
        case short
        /// Stopped before the end; everything paid for is kept.
        case stopped(StopGate.Reason)
        /// Requests had no recorded answer, in a replay or offline.
        case notRecorded(missing: Int)
        /// Some requests were set aside, since their servers did not answer within `limits.item_deadline`.
        case unanswered
        /// Requests went out in batches, or are there since an earlier run; a later run collects their answers.
        case pending
    }

    /// How it ended.
    public let ending: Ending
    /// Every cell with its books.
    public let cells: [CellReport]
    /// Calls and tokens by model block.
    public let readings: [String: CallMeter.Reading]
    /// The currency of each model block that has a price.
    public let currencies: [String: String]
    /// How long it took.
    public let elapsed: Duration
    /// The published release, where this run published one or found it published.
    public let release: String?
    /// The digest of that release.
    public let digest: String?
    /// What the batches have come to.
    public let batches: BatchSummary
    /// Sentences that a person should read.
    public internal(set) var notes: [String]

    /// The exit code of the command.
    public var exitCode: EtudeError.Code? {
        switch ending {
        case .complete: nil
        case .short: .short
        case .notRecorded, .unanswered: .unavailable
        case .pending: .busy
        case .stopped(let reason): Self.code(of: reason)
        }
    }

    /// The exit code of a command that was stopped.
    static func code(of reason: StopGate.Reason) -> EtudeError.Code {
        switch reason {
        case .interrupted: .interrupted
        case .terminated: .terminated
        case .refused, .stalled: .unavailable
        case .misconfigured: .config
        case .budget, .deadline: .stopped
        }
    }
}
