public import EtudeCore
import EtudeStore

/// What a journal holds, by model and purpose.
public struct JournalContents: Sendable {
    /// The columns of ``rows``.
    public static let header = [
        "model", "purpose", "answers", "failed tries", "tokens in", "tokens out", "estimated in", "estimated out",
        "seconds",
        "cost",
    ]

    /// The file.
    public let path: String
    /// One sentence on what a crash had left in the file; nil where there was nothing.
    public let repair: String?
    private let statistics: [JournalStatistics]

    init(path: String, statistics: [JournalStatistics], repair: String?) {
        self.path = path
        self.statistics = statistics
        self.repair = repair
    }

    /// A row for each model and purpose, for people.
    public var rows: [[String]] {
        statistics.map { entry in
            [
                entry.model, entry.purpose, String(entry.answers), String(entry.failedTries), String(entry.inputTokens),
                String(entry.outputTokens), String(entry.estimatedInput), String(entry.estimatedOutput),
                String(Self.seconds(entry)), Self.cost(entry),
            ]
        }
    }

    /// A sentence for each model and purpose: how its answers and its tries turned out.
    public var outcomes: [String] {
        statistics.map { entry in
            var parts = ["answers: \(Self.list(entry.outcomes))"]
            if entry.givenUp > 0 { parts.append("requests given up: \(entry.givenUp)") }
            if entry.failedTries > 0 { parts.append("failed tries: \(Self.list(entry.failures))") }
            return "\(entry.model) (\(entry.purpose)): \(parts.joined(separator: "; "))."
        }
    }

    /// For programs.
    public var json: JSONValue {
        ["journal": .string(path), "models": .array(statistics.map(Self.json))]
    }

    private static func json(_ entry: JournalStatistics) -> JSONValue {
        [
            "model": .string(entry.model), "purpose": .string(entry.purpose), "answers": .int(entry.answers),
            "outcomes": object(entry.outcomes), "given_up": .int(entry.givenUp),
            "failed_tries": .int(entry.failedTries),
            "failures": object(entry.failures), "input_tokens": .int(entry.inputTokens),
            "output_tokens": .int(entry.outputTokens), "estimated_input": .int(entry.estimatedInput),
            "estimated_output": .int(entry.estimatedOutput), "answers_without_usage": .int(entry.unknownUsage),
            "seconds": .double(seconds(entry)),
            "cost": .array(
                entry.money.map {
                    [
                        "currency": .string($0.currency), "amount": .double($0.amount),
                        "estimated": .double($0.estimated),
                    ]
                }
            ),
        ]
    }

    private static func object(_ counts: [JournalStatistics.Count]) -> JSONValue {
        .object(counts.map { JSONMember(name($0), .int($0.count)) })
    }

    private static func list(_ counts: [JournalStatistics.Count]) -> String {
        counts.isEmpty ? "none" : counts.map { "\(name($0)) \($0.count)" }.joined(separator: ", ")
    }

    private static func name(_ count: JournalStatistics.Count) -> String {
        count.name.isEmpty ? "unclassified" : count.name
    }

    private static func seconds(_ entry: JournalStatistics) -> Double { Double(entry.milliseconds) / 1_000 }

    private static func cost(_ entry: JournalStatistics) -> String {
        entry.money.map { "\(($0.amount * 10_000).rounded() / 10_000) \($0.currency)" }.joined(separator: " + ")
    }
}
