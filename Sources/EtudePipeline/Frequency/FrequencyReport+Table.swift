extension FrequencyReport {
    /// A line of a table: an entry and what it is.
    public struct Line: Sendable, Hashable {
        /// `skill` or `topic`.
        public let kind: String
        /// The entry.
        public let entry: Entry
        /// The share of documents that name it.
        public let share: Double
    }

    /// All entries, the most frequent first, then in the catalog's order.
    public var lines: [Line] {
        let lines =
            skills.map { Line(kind: "skill", entry: $0, share: share(of: $0)) }
            + topics.map { Line(kind: "topic", entry: $0, share: share(of: $0)) }
        return lines.enumerated().sorted { one, other in
            (other.element.entry.documents, other.element.entry.occurrences, one.offset)
                < (one.element.entry.documents, one.element.entry.occurrences, other.offset)
        }
        .map(\.element)
    }

    /// The counts as comma-separated values (RFC 4180), skills and topics in the catalog's order.
    public var csv: String {
        let rows = skills.map { ("skill", $0) } + topics.map { ("topic", $0) }
        let lines = rows.map { kind, entry in
            [kind, entry.id, entry.name, "\(entry.documents)", "\(entry.occurrences)", "\(share(of: entry))"]
                .map(Self.quoted).joined(separator: ",")
        }
        return (["kind,id,name,documents,occurrences,share"] + lines).joined(separator: "\r\n")
    }

    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
