import EtudeCore
import EtudeIngest
import EtudePublish
import EtudeStore

/// What is written, and where.
public struct OutputSpec: Sendable {
    /// The output folder, relative to where the command is called.
    public var directory: String
    /// The most rows of a shard.
    public var rowsPerShard: Int
    /// The most bytes of a shard before compression; nil for any number.
    public var bytesPerShard: Int?
    /// The level of the shards' compression.
    public var gzipLevel: Int
    /// The student's request wordings, one of which is drawn for each row.
    public var requests: [String]
    /// Whether the row holds only the last answer (`final`) or the whole conversation (`all`).
    public var turns: String
    /// Whether the request holds the definitions.
    public var definitions: Bool
    /// Whether the answer holds the explanation.
    public var explanation: Bool

    /// How rows are divided among shards.
    var layout: ShardLayout { ShardLayout(rows: rowsPerShard, bytes: bytesPerShard, level: gzipLevel) }

    init(_ reader: YAMLReader?, name: String) throws(EtudeError) {
        var reader = reader
        directory = try reader?.string("directory") ?? "Output/\(name)"
        rowsPerShard = try reader?.int("rows_per_shard") ?? 10_000
        bytesPerShard = try reader?.int("bytes_per_shard")
        gzipLevel = try reader?.int("gzip_level") ?? ShardLayout().level
        requests = ["teacher"]
        turns = "final"
        definitions = true
        explanation = true
        guard var reader else { return }
        guard (1...10_000_000).contains(rowsPerShard) else {
            throw reader.failure("rows_per_shard", "The rows of a shard should be from 1 to 10000000.")
        }
        if let bytesPerShard, bytesPerShard < 1 {
            throw reader.failure("bytes_per_shard", "The bytes of a shard should be at least 1.")
        }
        guard GzipWriter.levels.contains(gzipLevel) else {
            throw reader.failure("gzip_level", "The level should be from 1 (fast) to 12 (small).")
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
