import EtudeCore
import EtudeIngest

/// What is written, and where.
public struct OutputSpec: Sendable {
    /// The output folder, relative to where the command is called.
    public var directory: String
    /// The most rows of a shard.
    public var rowsPerShard: Int
    /// The student's request wordings, one of which is drawn for each row.
    public var requests: [String]
    /// Whether the row holds only the last answer (`final`) or the whole conversation (`all`).
    public var turns: String
    /// Whether the request holds the definitions.
    public var definitions: Bool
    /// Whether the answer holds the explanation.
    public var explanation: Bool

    init(_ reader: YAMLReader?, name: String) throws(EtudeError) {
        var reader = reader
        directory = try reader?.string("directory") ?? "Output/\(name)"
        rowsPerShard = try reader?.int("rows_per_shard") ?? 10_000
        requests = ["teacher"]
        turns = "final"
        definitions = true
        explanation = true
        guard var reader else { return }
        guard (1...10_000_000).contains(rowsPerShard) else {
            throw reader.failure("rows_per_shard", "The rows of a shard should be from 1 to 10000000.")
        }
        if var row = try reader.reader("row") {
            requests = try row.strings("request") ?? requests
            turns = try SplitSpec.choice("turns", of: ["final", "all"], default: "final", &row)
            definitions = try row.bool("definitions") ?? true
            explanation = try row.bool("explanation") ?? true
            guard !requests.isEmpty else { throw row.failure("request", "At least one request wording is needed.") }
            if turns == "all", requests != ["teacher"] || !definitions || !explanation {
                throw row.failure(
                    "turns",
                    "`all` keeps the teacher's conversation as it was, so `request`, `definitions` and `explanation` stay at their defaults."
                )
            }
            try row.refuseUnknownKeys()
        }
        try reader.refuseUnknownKeys()
    }
}
