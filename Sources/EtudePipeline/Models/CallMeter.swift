public import EtudeModel
import Synchronization

/// Counts calls, tokens and money of a run, by model block.
public final class CallMeter: Sendable {
    /// What one model was asked in this run.
    public struct Reading: Sendable, Hashable {
        /// Answers that came over the wire (or were computed, for the built-in models).
        public var calls = 0
        /// Answers that the journal held already.
        public var fromJournal = 0
        /// Answers that are not what was wanted, by class.
        public var unusual: [AnswerClass: Int] = [:]
        /// Refusals by the category that the provider names.
        public var refusals: [String: Int] = [:]
        /// Tries that failed on the wire, by class.
        public var failures: [FailureKind: Int] = [:]
        /// Input tokens, as the provider counted them.
        public var inputTokens = 0
        /// Output tokens, as the provider counted them.
        public var outputTokens = 0
        /// Tokens that are counted by an estimate, because the provider told no usage.
        public var estimatedTokens = 0
        /// Answers whose provider told no usage.
        public var withoutUsage = 0
        /// Money, where a price is known; estimates included.
        public var cost = 0.0
        /// Requests in flight.
        public var inFlight = 0

        /// Tries that failed on the wire.
        public var failedTries: Int { failures.values.reduce(0, +) }
    }

    private struct State {
        var readings: [String: Reading] = [:]
        var lastFailure: String?
        var changes: [String] = []
        var lastChange: String?
    }

    private let state = Mutex(State())

    /// A meter at zero.
    public init() {}

    /// The readings by model block.
    public var readings: [String: Reading] { state.withLock { $0.readings } }
    /// What the last failed try said.
    public var lastFailure: String? { state.withLock { $0.lastFailure } }
    /// The last change of state of a model's scheduler.
    public var lastChange: String? { state.withLock { $0.lastChange } }

    /// Changes the reading of a block.
    public func note(_ block: String, _ change: (inout Reading) -> Void) {
        state.withLock { change(&$0.readings[block, default: Reading()]) }
    }

    /// Notes a change of state.
    public func changed(_ words: String) {
        state.withLock { state in
            state.lastChange = words
            if state.changes.count < 1_000 { state.changes.append(words) }
        }
    }

    /// The changes of state since this was last called, for a log.
    public func takeChanges() -> [String] {
        state.withLock { state in
            defer { state.changes = [] }
            return state.changes
        }
    }

    /// Whether a block has given any answer in this run, be it out of the journal.
    public func hasAnswered(_ block: String) -> Bool {
        state.withLock { state in
            state.readings[block].map { $0.calls + $0.fromJournal > 0 } ?? false
        }
    }

    /// Notes an answer that was just paid for.
    public func paid(_ block: String, _ answer: ChatAnswer, _ bill: Bill) {
        note(block) { reading in
            reading.calls += 1
            if answer.outcome != .answered { reading.unusual[answer.outcome, default: 0] += 1 }
            if answer.outcome == .refused {
                let category = answer.refusalCategory.isEmpty ? "not named" : answer.refusalCategory
                reading.refusals[category, default: 0] += 1
            }
            reading.add(bill)
            if bill.isEstimated { reading.withoutUsage += 1 }
        }
    }

    /// Notes a failed try and what it may have cost.
    public func failed(_ block: String, _ failure: ModelFailure, _ bill: Bill) {
        state.withLock { state in
            state.lastFailure = failure.message
            state.readings[block, default: Reading()].failures[failure.kind, default: 0] += 1
            state.readings[block, default: Reading()].add(bill)
        }
    }
}

extension CallMeter.Reading {
    fileprivate mutating func add(_ bill: Bill) {
        if bill.isEstimated {
            estimatedTokens += bill.usage.input + bill.usage.output
        } else {
            inputTokens += bill.usage.input
            outputTokens += bill.usage.output
        }
        cost += bill.cost ?? 0
    }
}
