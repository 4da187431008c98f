public import EtudeCore

/// What became of the candidates of a cell.
public struct CellBooks: Sendable, Hashable {
    /// The split.
    public let split: String
    /// How many skills a row shows.
    public let k: Int
    /// The candidates that were asked.
    public var candidates: Int
    /// Those that became rows.
    public var accepted: Int
    /// Those that were rejected, by the reason's code.
    public var rejected: [String: Int]
    /// Those near to a text that was kept.
    public var nearDuplicates: Int
    /// Those that failed for good, by the class of failure.
    public var failed: [String: Int]
    /// Those answered beyond the position at which the cell closed.
    public var surplus: Int
    /// Positions passed over because the split may not hold them; no candidates.
    public var notEligible: Int

    /// The books of a cell.
    public init(
        split: String,
        k: Int,
        candidates: Int = 0,
        accepted: Int = 0,
        rejected: [String: Int] = [:],
        nearDuplicates: Int = 0,
        failed: [String: Int] = [:],
        surplus: Int = 0,
        notEligible: Int = 0
    ) {
        self.split = split
        self.k = k
        self.candidates = candidates
        self.accepted = accepted
        self.rejected = rejected
        self.nearDuplicates = nearDuplicates
        self.failed = failed
        self.surplus = surplus
        self.notEligible = notEligible
    }

    /// Whether every candidate is accounted for.
    public var balance: Bool {
        let ends = [accepted, nearDuplicates, surplus] + rejected.values + failed.values
        return candidates == ends.reduce(0, +)
    }

    /// The books as a JSON object.
    public var json: JSONValue {
        [
            "split": .string(split),
            "k": .int(k),
            "candidates": .int(candidates),
            "accepted": .int(accepted),
            "rejected": Self.json(rejected),
            "near_duplicates": .int(nearDuplicates),
            "failed": Self.json(failed),
            "surplus": .int(surplus),
            "not_eligible": .int(notEligible),
        ]
    }

    /// Reads books from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            split: try reader.string("split"),
            k: try reader.int("k"),
            candidates: try reader.int("candidates"),
            accepted: try reader.int("accepted"),
            rejected: try Self.counts(try reader.value("rejected")),
            nearDuplicates: try reader.int("near_duplicates"),
            failed: try Self.counts(try reader.value("failed")),
            surplus: try reader.int("surplus"),
            notEligible: try reader.int("not_eligible")
        )
        try reader.refuseOtherKeys()
    }

    private static func json(_ counts: [String: Int]) -> JSONValue {
        .object(counts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) })
    }

    private static func counts(_ json: JSONValue) throws(EtudeError) -> [String: Int] {
        var reader = RecordReader(json)
        var counts: [String: Int] = [:]
        for member in json.members ?? [] { counts[member.key] = try reader.int(member.key) }
        return counts
    }
}
