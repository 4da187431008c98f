import EtudeCore
import EtudeStore

/// A run of numbered files, each opened when the one before it is full.
struct ShardSeries: ~Copyable {
    /// What the files have in common.
    struct Label {
        /// The path up to the number, such as `data/train`.
        let stem: String
        /// How many files of that stem there will be, these and others.
        let total: Int
        /// The split that the records name.
        let split: String
        /// The k that the records name.
        let k: Int
    }

    private let label: Label
    private let folder: String
    private let rowsPerShard: Int
    private let fileSystem: any FileSystem
    private var number: Int
    private var open: GzipShard?
    private var records: [ShardRecord] = []

    /// A series whose first file has a number.
    init(_ label: Label, from number: Int, in folder: String, rowsPerShard: Int, _ fileSystem: any FileSystem) {
        self.label = label
        self.number = number
        self.folder = folder
        self.rowsPerShard = rowsPerShard
        self.fileSystem = fileSystem
    }

    /// The path of a file: what comes before its number, the number from 0, and how many files there are.
    static func path(_ stem: String, number: Int, of total: Int) -> String {
        "\(stem)-\(number.padded(to: 5))-of-\(total.padded(to: 5)).jsonl.gz"
    }

    /// Adds a row.
    mutating func append(_ line: String) throws(EtudeError) {
        if open == nil {
            open = try GzipShard(Self.path(label.stem, number: number, of: label.total), in: folder, fileSystem)
            number += 1
        }
        guard var shard = open.take() else { return }
        try shard.append(line)
        if shard.rows == rowsPerShard {
            records.append(try shard.finish(split: label.split, k: label.k))
        } else {
            open = consume shard
        }
    }

    /// Ends the last file; the records say what was written.
    consuming func finish() throws(EtudeError) -> [ShardRecord] {
        guard let shard = open.take() else { return records }
        return records + [try shard.finish(split: label.split, k: label.k)]
    }
}

extension Int {
    /// The digits, with zeros before them up to a width.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
