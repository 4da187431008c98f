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
    }

    /// How it ended.
    public let ending: Ending
    /// Every cell with its books.
    public let cells: [CellReport]
    /// Calls and tokens by model block.
    public let readings: [String: CallMeter.Reading]
    /// How long it took.
    public let elapsed: Duration
    /// The published release, where this run published one or found it published.
    public let release: String?
    /// The digest of that release.
    public let digest: String?
    /// Sentences that a person should read.
    public let notes: [String]

    /// The exit code of the command.
    public var exitCode: EtudeError.Code? {
        switch ending {
        case .complete: nil
        case .short: .short
        case .notRecorded: .unavailable
        case .stopped(.interrupted): .interrupted
        case .stopped(.terminated): .terminated
        case .stopped(.refused), .stopped(.stalled): .unavailable
        }
    }
}
