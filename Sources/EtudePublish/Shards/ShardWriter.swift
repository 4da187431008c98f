public import EtudeCore
public import EtudeStore

/// Writes spooled rows into numbered gzipped JSONL files.
public struct ShardWriter: Sendable {
    /// The rows of one k.
    public struct Cell {
        /// How many skills each row shows.
        public let k: Int
        /// The rows, in plan order.
        public let rows: RowSpool

        /// Rows of one k.
        public init(k: Int, rows: RowSpool) {
            self.k = k
            self.rows = rows
        }
    }

    private let folder: String
    private let rowsPerShard: Int
    private let fileSystem: any FileSystem

    /// A writer into a release's folder.
    ///
    /// - Parameters:
    ///   - folder: the folder that is to become the release.
    ///   - rowsPerShard: the most rows of a file, at least 1.
    ///   - fileSystem: where the folder stands.
    public init(folder: String, rowsPerShard: Int, fileSystem: any FileSystem) {
        precondition(rowsPerShard > 0, "A shard holds at least one row.")
        self.folder = folder
        self.rowsPerShard = rowsPerShard
        self.fileSystem = fileSystem
    }

    /// Writes a split as `data/<split>-00000-of-00003.jsonl.gz`, k ascending, one k in a shard.
    ///
    /// - Parameters:
    ///   - split: the split's name.
    ///   - cells: its rows by k.
    /// - Returns: one record a file; none for a split without rows.
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(split: String, cells: [Cell]) throws(EtudeError) -> [ShardRecord] {
        let cells = cells.sorted { $0.k < $1.k }
        let total = cells.map { shards(for: $0.rows.count) }.reduce(0, +)
        var records: [ShardRecord] = []
        for cell in cells {
            let label = ShardSeries.Label(stem: "data/\(split)", total: total, split: split, k: cell.k)
            records += try write(label, from: records.count, [cell.rows])
        }
        return records
    }

    /// Writes the rejected drafts as `rejected/rejected-00000-of-00001.jsonl.gz`.
    ///
    /// - Parameter records: the drafts in decision order.
    /// - Returns: one record a file; none without drafts.
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(rejected records: RowSpool) throws(EtudeError) -> [ShardRecord] {
        let total = shards(for: records.count)
        return try write(ShardSeries.Label(stem: "rejected/rejected", total: total, split: "", k: 0), [records])
    }

    /// Writes copies of the chosen rows of a split as `sets/<set>-00000-of-00001.jsonl.gz`.
    ///
    /// - Parameters:
    ///   - set: the set.
    ///   - cells: the rows of its split by k.
    ///   - chosen: the ids of the rows to copy.
    /// - Returns: one record a file.
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(set: SetSpec, cells: [Cell], chosen: Set<String>) throws(EtudeError) -> [ShardRecord] {
        let label = ShardSeries.Label(
            stem: "sets/\(set.name)",
            total: shards(for: chosen.count),
            split: set.split,
            k: set.k.count == 1 ? set.k[0] : 0
        )
        let wanted = cells.filter { set.k.contains($0.k) }.sorted { $0.k < $1.k }
        return try write(label, wanted.map(\.rows)) { line throws(EtudeError) in
            chosen.contains(try SetSelector.Candidate(line: line).id)
        }
    }

    private func shards(for rows: Int) -> Int {
        (rows + rowsPerShard - 1) / rowsPerShard
    }

    /// Writes the lines that are wanted, the first file having a number.
    private func write(
        _ label: ShardSeries.Label,
        from number: Int = 0,
        _ spools: [RowSpool],
        where isWanted: (String) throws(EtudeError) -> Bool = { _ in true }
    ) throws(EtudeError) -> [ShardRecord] {
        guard label.total > 0 else { return [] }
        try fileSystem.makeDirectory("\(folder)/\(label.stem.prefix { $0 != "/" })")
        var series = ShardSeries(label, from: number, in: folder, rowsPerShard: rowsPerShard, fileSystem)
        for spool in spools {
            var lines = try spool.lines()
            while let line = try lines.next() {
                if try isWanted(line.text) { try series.append(line.text) }
            }
        }
        return try series.finish()
    }
}

@available(*, unavailable)
extension ShardWriter.Cell: Sendable {}
