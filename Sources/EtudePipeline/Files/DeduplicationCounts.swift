public import EtudeCore
public import EtudeCurate

/// How many rows a deduplication kept and dropped.
public struct DeduplicationCounts: Sendable, Hashable {
    /// Rows read.
    public private(set) var rows = 0
    /// Rows dropped, by the rule.
    public private(set) var dropped: [DuplicateMatch.Rule: Int] = [:]

    /// Rows kept.
    public var kept: Int { rows - dropped.values.reduce(0, +) }

    /// The counts as JSON.
    public var json: JSONValue {
        .object(
            [JSONMember("rows", .int(rows)), JSONMember("kept", .int(kept)), JSONMember("dropped", .int(rows - kept))]
                + DuplicateMatch.Rule.ofTexts.map { JSONMember($0.rawValue, .int(dropped[$0, default: 0])) }
        )
    }

    /// The counts in a sentence.
    public var text: String {
        let rules = zip(
            DuplicateMatch.Rule.ofTexts,
            ["the same", "near by their shingles", "near by their words"]
        ).compactMap { rule, words in dropped[rule].map { "\($0) \(words)" } }
        let reasons = rules.isEmpty ? "" : " (\(rules.joined(separator: ", ")))"
        return "\(rows) rows: \(kept) kept, \(rows - kept) dropped\(reasons)."
    }

    /// Counts the rows of a batch.
    mutating func add(_ matches: [RowMatch?]) {
        rows += matches.count
        for match in matches {
            guard let match else { continue }
            dropped[match.likeness.rule, default: 0] += 1
        }
    }
}
