public import EtudeCore

/// The accounts of an extraction: proposed = written + merged + dropped, each with a reason.
public struct ExtractionBooks: Sendable, Hashable {
    /// Requests with an answer that could be read.
    public private(set) var read = 0
    /// Requests to which two answers came, neither of which could be read.
    public private(set) var unreadable = 0
    /// Requests that have failed for good.
    public private(set) var failed = 0
    /// Requests without an answer so far.
    private(set) var open = 0
    /// Topics and names that were refused on the way to skills, by reason.
    public private(set) var refused: [String: Int] = [:]
    /// Examples that were refused, though their skills were not.
    public private(set) var examplesRefused = 0
    /// Rows of the dataset that were looked at.
    public var rows = 0
    /// Skills proposed, row by row and topic by topic.
    public private(set) var proposed = 0
    /// Skills written.
    public var written = 0
    /// Skills that are the same as a written one.
    public private(set) var merged = 0
    /// Skills dropped, by reason.
    public private(set) var dropped: [String: Int] = [:]
    /// Query types proposed.
    public private(set) var queryTypesProposed = 0
    /// Query types dropped, by reason.
    public private(set) var queryTypesDropped: [String: Int] = [:]

    /// Takes note of what became of some questions.
    mutating func note<Value>(_ replies: [ExtractionReply<Value>]) {
        for reply in replies {
            switch reply {
            case .read: read += 1
            case .unreadable: unreadable += 1
            case .failed: failed += 1
            case .open: open += 1
            }
        }
    }

    /// Takes note of skills that were proposed, whatever becomes of them.
    mutating func propose(_ count: Int = 1) { proposed += count }

    /// Takes note of skills that are dropped.
    mutating func drop(_ reason: String, count: Int = 1) { dropped[reason, default: 0] += count }

    /// Takes note of a topic or a name that is refused before it could become a skill.
    mutating func refuse(_ reason: String) { refused[reason, default: 0] += 1 }

    /// Takes note of an example that is refused.
    mutating func refuseExample() { examplesRefused += 1 }

    /// Takes note of a query type, and why it is dropped where it is.
    mutating func proposeQueryType(dropped reason: String? = nil) {
        queryTypesProposed += 1
        if let reason { queryTypesDropped[reason, default: 0] += 1 }
    }

    /// Closes the books over what is written.
    mutating func close(_ proposals: [Proposal]) {
        written = proposals.count
        merged = proposals.map(\.count).reduce(0, +) - written
    }

    /// Whether nothing was lost.
    var isBalanced: Bool { proposed == written + merged + dropped.values.reduce(0, +) }

    /// The books as JSON.
    public var json: JSONValue {
        [
            "requests": ["read": .int(read), "unreadable": .int(unreadable), "failed": .int(failed)],
            "rows": .int(rows),
            "refused": Self.json(refused),
            "examples_refused": .int(examplesRefused),
            "skills": [
                "proposed": .int(proposed), "written": .int(written), "merged": .int(merged),
                "dropped": Self.json(dropped),
            ],
            "query_types": [
                "proposed": .int(queryTypesProposed),
                "written": .int(queryTypesProposed - queryTypesDropped.values.reduce(0, +)),
                "dropped": Self.json(queryTypesDropped),
            ],
        ]
    }

    /// The books for a person.
    public var text: String {
        let lost = dropped.values.reduce(0, +)
        let lostTypes = queryTypesDropped.values.reduce(0, +)
        var lines = [
            "\(proposed) skills proposed: \(written) written, \(merged) the same as one of these, \(lost) dropped"
                + Self.list(dropped) + "."
        ]
        if queryTypesProposed > 0 {
            lines.append(
                "\(queryTypesProposed) query types proposed: \(queryTypesProposed - lostTypes) written, \(lostTypes) dropped"
                    + Self.list(queryTypesDropped) + "."
            )
        }
        if rows > 0 { lines.append("\(rows) rows looked at.") }
        if !refused.isEmpty {
            lines.append("\(refused.values.reduce(0, +)) topics or names refused\(Self.list(refused)).")
        }
        if examplesRefused > 0 { lines.append("\(examplesRefused) examples left out.") }
        if unreadable + failed > 0 {
            lines.append(
                "\(read + unreadable + failed) requests: \(unreadable) had no readable answer in two tries, \(failed) failed."
            )
        }
        return lines.joined(separator: "\n")
    }

    private static func json(_ reasons: [String: Int]) -> JSONValue {
        .object(reasons.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) })
    }

    private static func list(_ reasons: [String: Int]) -> String {
        guard !reasons.isEmpty else { return "" }
        let parts = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        return " (\(parts.joined(separator: ", ")))"
    }
}
