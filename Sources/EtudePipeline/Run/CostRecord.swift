import EtudeCore
import EtudeStore

/// What a dataset has cost so far, from its journal.
struct CostRecord {
    private let spec: PipelineSpec
    private let statistics: [JournalStatistics]

    init(_ spec: PipelineSpec, statistics: [JournalStatistics]) {
        self.spec = spec
        self.statistics = statistics
    }

    /// Per model: answers, failed tries, tokens, milliseconds from request to answer, and money where a price is known.
    var json: JSONValue {
        .object(
            Dictionary(grouping: statistics, by: \.model).sorted { $0.key < $1.key }.map { model, entries in
                JSONMember(model, .object(members(model, entries)))
            }
        )
    }

    private func members(_ model: String, _ entries: [JournalStatistics]) -> [JSONMember] {
        let input = entries.map(\.inputTokens).reduce(0, +)
        let output = entries.map(\.outputTokens).reduce(0, +)
        var members = [
            JSONMember("answers", .int(entries.map(\.answers).reduce(0, +))),
            JSONMember("failed_tries", .int(entries.map(\.failedTries).reduce(0, +))),
            JSONMember("input_tokens", .int(input)),
            JSONMember("output_tokens", .int(output)),
            JSONMember("answers_without_usage", .int(entries.map(\.unknownUsage).reduce(0, +))),
            JSONMember("milliseconds", .int(entries.map(\.milliseconds).reduce(0, +))),
        ]
        if let price = spec.models.first(where: { $0.modelID == model })?.price {
            let money = entries.flatMap(\.money).filter { $0.currency == price.currency }.map(\.amount)
            members.append(JSONMember("money", .double(money.reduce(0, +))))
            members.append(JSONMember("currency", .string(price.currency)))
        }
        return members
    }
}
