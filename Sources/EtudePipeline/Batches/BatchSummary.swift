public import EtudeCore

/// What the batches of a run have come to, for its closing lines.
public struct BatchSummary: Sendable, Hashable {
    /// One batch.
    public struct Entry: Sendable, Hashable {
        /// Its number in the folder.
        public let number: Int
        /// The model block that asks.
        public let block: String
        /// The provider's name for it; empty where it has none yet.
        public let id: String
        /// The number of its requests.
        public let requests: Int
        /// The provider's word for its state, or what became of its requests.
        public let state: String
        /// Whether its requests may still be answered.
        public let isOpen: Bool

        /// The batch as an object.
        public var json: JSONValue {
            [
                "number": .int(number), "block": .string(block), "id": .string(id), "requests": .int(requests),
                "state": .string(state), "open": .bool(isOpen),
            ]
        }

        /// The batch in a line.
        public var text: String {
            "Batch \(number) (\(block)\(id.isEmpty ? "" : ", \(id)"), \(requests) requests): \(state)"
        }
    }

    /// Batches that this run has created.
    public internal(set) var submitted: [Entry] = []
    /// Batches of earlier runs that are still worked on, and those that could not be sent yet.
    public internal(set) var waiting: [Entry] = []
    /// Batches from which nothing more is to be had.
    public internal(set) var collected: [Entry] = []
    /// Requests whose answers were journaled.
    public internal(set) var answered = 0
    /// Requests that have failed for good.
    public internal(set) var failed = 0
    /// Requests that are open again.
    public internal(set) var again = 0
    /// Requests that were not sent, because the budget has no room for what they may cost beside what is under way.
    public internal(set) var withheld = 0
    /// What providers refuse for good, in their own words; somebody has to act.
    public internal(set) var refusals: [String] = []
    /// What did not work this time and is tried again by the next run.
    public internal(set) var delays: [String] = []

    /// A summary of nothing.
    public init() {}

    /// Whether a later run has something to collect; the command then exits 75.
    public var isPending: Bool { !submitted.isEmpty || !waiting.isEmpty }

    /// The summary in lines for people.
    public var lines: [String] {
        let words = [("collected", collected), ("submitted", submitted), ("waiting", waiting)]
        var lines = words.flatMap { word, entries in entries.map { "\($0.text) [\(word)]" } }
        if withheld > 0 { lines.append("\(withheld) requests wait for room in the budget.") }
        lines += delays.map { "Not done yet: \($0)" }
        lines += refusals.map { "Refused: \($0)" }
        return lines
    }

    /// The summary for programs.
    public var json: JSONValue {
        [
            "submitted": .array(submitted.map(\.json)), "waiting": .array(waiting.map(\.json)),
            "collected": .array(collected.map(\.json)), "answered": .int(answered), "failed": .int(failed),
            "again": .int(again), "withheld": .int(withheld), "refusals": .array(refusals.map(JSONValue.string)),
            "delays": .array(delays.map(JSONValue.string)),
        ]
    }
}
