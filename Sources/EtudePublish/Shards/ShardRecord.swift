public import EtudeCore

/// What a manifest says of one gzipped JSONL file.
public struct ShardRecord: Sendable, Hashable {
    /// The path inside the release, such as `data/train-00000-of-00003.jsonl.gz`.
    public let path: String
    /// The split whose rows it holds; empty where the file mixes splits.
    public let split: String
    /// The k of its rows; 0 where the file mixes them.
    public let k: Int
    /// How many lines it holds.
    public let rows: Int
    /// The size of the file, in bytes.
    public let bytes: Int
    /// The size of what it holds, in bytes.
    public let uncompressedBytes: Int
    /// SHA-256 of the file, in hexadecimal.
    public let sha256: String
    /// SHA-256 of what it holds, in hexadecimal; the same whatever the compression library.
    public let uncompressedSHA256: String

    /// A record with all its values.
    public init(
        path: String,
        split: String,
        k: Int,
        rows: Int,
        bytes: Int,
        uncompressedBytes: Int,
        sha256: String,
        uncompressedSHA256: String
    ) {
        self.path = path
        self.split = split
        self.k = k
        self.rows = rows
        self.bytes = bytes
        self.uncompressedBytes = uncompressedBytes
        self.sha256 = sha256
        self.uncompressedSHA256 = uncompressedSHA256
    }

    /// Whether it is a shard of a split, not of rejected drafts or copies.
    var isOfRows: Bool { path.hasPrefix("data/") }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "path": .string(path),
            "split": .string(split),
            "k": .int(k),
            "rows": .int(rows),
            "bytes": .int(bytes),
            "uncompressed_bytes": .int(uncompressedBytes),
            "sha256": .string(sha256),
            "uncompressed_sha256": .string(uncompressedSHA256),
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            path: try reader.string("path"),
            split: try reader.string("split"),
            k: try reader.int("k"),
            rows: try reader.int("rows"),
            bytes: try reader.int("bytes"),
            uncompressedBytes: try reader.int("uncompressed_bytes"),
            sha256: try reader.string("sha256"),
            uncompressedSHA256: try reader.string("uncompressed_sha256")
        )
        try reader.refuseOtherKeys()
    }
}
