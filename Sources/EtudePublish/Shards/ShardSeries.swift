public import EtudeCore
public import EtudeStore

/// A run of numbered gzipped JSONL files, each begun when the one before it is full.
///
/// How many there are is part of every name; until it is known, the files bear their numbers alone.
public struct ShardSeries: ~Copyable {
    /// A file that is written.
    private struct Written {
        let totals: GzipTotals
        let rows: Int
        let k: Int
    }

    private let folder: String
    private let stem: String
    private let split: String
    private let layout: ShardLayout
    private let fileSystem: any FileSystem
    private var open: GzipShard?
    private var written: [Written] = []

    /// A series of files.
    ///
    /// - Parameters:
    ///   - stem: the path up to the number, such as `data/train`; its folder exists.
    ///   - split: the split that the records name.
    ///   - folder: the folder to which the path is relative.
    ///   - layout: how rows are divided.
    ///   - fileSystem: where the folder stands.
    public init(
        stem: String,
        split: String,
        in folder: String,
        _ layout: ShardLayout,
        _ fileSystem: any FileSystem = RealFileSystem()
    ) {
        self.stem = stem
        self.split = split
        self.folder = folder
        self.layout = layout
        self.fileSystem = fileSystem
    }

    /// The path of a file: what comes before its number, the number from 0, and how many files there are.
    static func path(_ stem: String, number: Int, of total: Int) -> String {
        "\(stem)-\(number.padded(to: 5))-of-\(total.padded(to: 5)).jsonl.gz"
    }

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - line: its JSON, without the line feed.
    ///   - k: the k that the file's record names; a file holds rows of one.
    /// - Throws: ``EtudeError`` with code `io`.
    public mutating func append(_ line: ArraySlice<UInt8>, k: Int) throws(EtudeError) {
        if var shard = open.take() {
            if shard.k == k, layout.takes(line.count + 1, after: shard.held) {
                try shard.append(line)
                open = consume shard
                return
            }
            try close(shard)
        }
        var shard = try GzipShard(unnumbered(written.count), k: k, level: layout.level, fileSystem)
        try shard.append(line)
        open = consume shard
    }

    /// Ends the last file and gives all their names.
    ///
    /// - Returns: what was written, file by file.
    /// - Throws: ``EtudeError`` with code `io`.
    public consuming func finish() throws(EtudeError) -> [ShardRecord] {
        if let shard = open.take() { try close(shard) }
        var records: [ShardRecord] = []
        for (number, file) in written.enumerated() {
            let path = Self.path(stem, number: number, of: written.count)
            try fileSystem.rename(unnumbered(number), to: "\(folder)/\(path)")
            records.append(
                ShardRecord(
                    path: path,
                    split: split,
                    k: file.k,
                    rows: file.rows,
                    bytes: file.totals.compressedBytes,
                    uncompressedBytes: file.totals.bytes,
                    sha256: file.totals.compressedSHA256.hex,
                    uncompressedSHA256: file.totals.sha256.hex
                )
            )
        }
        return records
    }

    private mutating func close(_ shard: consuming GzipShard) throws(EtudeError) {
        let (rows, k) = (shard.held.rows, shard.k)
        written.append(Written(totals: try shard.finish(), rows: rows, k: k))
    }

    private func unnumbered(_ number: Int) -> String {
        "\(folder)/\(stem)-\(number.padded(to: 5)).partial"
    }
}

@available(*, unavailable)
extension ShardSeries: Sendable {}

extension Int {
    /// The digits, with zeros before them up to a width.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
