import EtudeCore
import EtudeStore

/// One gzipped JSONL file that is being written.
struct GzipShard: ~Copyable {
    private let path: String
    private let file: any ByteWriter
    private var gzip = GzipWriter()
    /// How many rows were added.
    private(set) var rows = 0

    /// A new file at a path inside a release's folder.
    init(_ path: String, in folder: String, _ fileSystem: any FileSystem) throws(EtudeError) {
        self.path = path
        file = try fileSystem.create("\(folder)/\(path)")
    }

    /// Adds a row; the line feed follows.
    mutating func append(_ line: String) throws(EtudeError) {
        let packed = gzip.append(Array(line.utf8) + [UInt8(ascii: "\n")])
        if !packed.isEmpty { try file.write(packed) }
        rows += 1
    }

    /// Makes the file durable; the record says what it holds.
    consuming func finish(split: String, k: Int) throws(EtudeError) -> ShardRecord {
        let (bytes, totals) = gzip.finish()
        try file.write(bytes)
        try file.finish()
        return ShardRecord(
            path: path,
            split: split,
            k: k,
            rows: rows,
            bytes: totals.compressedBytes,
            uncompressedBytes: totals.bytes,
            sha256: totals.compressedSHA256.hex,
            uncompressedSHA256: totals.sha256.hex
        )
    }
}
