import EtudeCore
import EtudeStore

/// One gzipped JSONL file that is being written.
struct GzipShard: ~Copyable {
    /// The k that its record names.
    let k: Int
    /// How much was added.
    private(set) var held = (rows: 0, bytes: 0)
    private let file: any ByteWriter
    private var gzip: GzipWriter

    /// A new file.
    init(_ path: String, k: Int, level: Int, _ fileSystem: any FileSystem) throws(EtudeError) {
        self.k = k
        gzip = GzipWriter(level: level)
        file = try fileSystem.create(path)
    }

    /// Adds a row; the line feed follows.
    mutating func append(_ line: ArraySlice<UInt8>) throws(EtudeError) {
        for bytes in [line, [UInt8(ascii: "\n")]] {
            let packed = gzip.append(bytes)
            if !packed.isEmpty { try file.write(packed) }
        }
        held = (held.rows + 1, held.bytes + line.count + 1)
    }

    /// Makes the file durable, and says what is to be known of it.
    consuming func finish() throws(EtudeError) -> GzipTotals {
        let (bytes, totals) = gzip.finish()
        try file.write(bytes)
        try file.finish()
        return totals
    }
}
