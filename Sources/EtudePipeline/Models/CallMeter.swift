public import EtudeModel
import Synchronization

/// Counts calls and tokens of a run, by model block.
public final class CallMeter: Sendable {
    /// What one model was asked in this run.
    public struct Reading: Sendable, Hashable {
        /// Answers that came over the wire (or were computed, for the built-in models).
        public var calls = 0
        /// Answers that the journal held already.
        public var fromJournal = 0
        /// Tries that failed on the wire.
        public var failedTries = 0
        /// Input tokens, as the provider counted them.
        public var inputTokens = 0
        /// Output tokens, as the provider counted them.
        public var outputTokens = 0
        /// Answers whose provider told no usage.
        public var withoutUsage = 0
        /// Requests in flight.
        public var inFlight = 0
    }

    private let state = Mutex<[String: Reading]>([:])

    /// A meter at zero.
    public init() {}

    /// The readings by model block.
    public var readings: [String: Reading] { state.withLock { $0 } }

    /// Changes the reading of a block.
    public func note(_ block: String, _ change: (inout Reading) -> Void) {
        state.withLock { change(&$0[block, default: Reading()]) }
    }

    /// Whether a block has given any answer in this run, be it out of the journal.
    public func hasAnswered(_ block: String) -> Bool {
        readings[block].map { $0.calls + $0.fromJournal > 0 } ?? false
    }

    /// Notes an answer that was just paid for.
    public func paid(_ block: String, _ usage: TokenUsage?) {
        note(block) { reading in
            reading.calls += 1
            guard let usage else {
                reading.withoutUsage += 1
                return
            }
            reading.inputTokens += usage.input
            reading.outputTokens += usage.output
        }
    }
}
