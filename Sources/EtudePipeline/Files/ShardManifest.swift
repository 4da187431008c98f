public import EtudeCore
import EtudePublish
import EtudeStore

/// The shards of a file with their hashes.
public struct ShardManifest: Sendable {
    private let shards: [ShardRecord]
    private let level: Int

    init(shards: [ShardRecord], level: Int) {
        self.shards = shards
        self.level = level
    }

    /// The manifest as JSON.
    public var json: JSONValue {
        [
            "rows": .int(total(\.rows)),
            "bytes": .int(total(\.bytes)),
            "uncompressed_bytes": .int(total(\.uncompressedBytes)),
            "compression": .string(GzipWriter.libraryVersion),
            "level": .int(level),
            "shards": .array(shards.map(Self.json)),
        ]
    }

    /// The figures in a sentence.
    public var text: String {
        let files = shards.count == 1 ? "1 shard" : "\(shards.count) shards"
        return "\(total(\.rows)) rows: \(files), \(total(\.uncompressedBytes)) bytes in \(total(\.bytes))."
    }

    /// The bytes of its file.
    var bytes: [UInt8] { Array((json.canonicalText + "\n").utf8) }

    private func total(_ value: KeyPath<ShardRecord, Int>) -> Int {
        shards.map { $0[keyPath: value] }.reduce(0, +)
    }

    private static func json(_ shard: ShardRecord) -> JSONValue {
        [
            "path": .string(shard.path),
            "rows": .int(shard.rows),
            "bytes": .int(shard.bytes),
            "uncompressed_bytes": .int(shard.uncompressedBytes),
            "sha256": .string(shard.sha256),
            "uncompressed_sha256": .string(shard.uncompressedSHA256),
        ]
    }
}
