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
            records += try write(
                stem: "data/\(split)",
                range: records.count..<records.count + shards(for: cell.rows.count),
                total: total,
                label: (split, cell.k),
                from: [cell.rows]
            )
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
        return try write(stem: "rejected/rejected", range: 0..<total, total: total, label: ("", 0), from: [records])
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
        let total = shards(for: chosen.count)
        return try write(
            stem: "sets/\(set.name)",
            range: 0..<total,
            total: total,
            label: (set.split, set.k.count == 1 ? set.k[0] : 0),
            from: cells.filter { set.k.contains($0.k) }.sorted { $0.k < $1.k }.map(\.rows)
        ) { line throws(EtudeError) in chosen.contains(try SetSelector.Candidate(line: line).id) }
    }

    private func shards(for rows: Int) -> Int {
        (rows + rowsPerShard - 1) / rowsPerShard
    }

    /// Writes the lines that are wanted into the files of a range, all but the last of them full.
    private func write(
        stem: String,
        range: Range<Int>,
        total: Int,
        label: (split: String, k: Int),
        from spools: [RowSpool],
        where isWanted: (String) throws(EtudeError) -> Bool = { _ in true }
    ) throws(EtudeError) -> [ShardRecord] {
        guard !range.isEmpty else { return [] }
        try fileSystem.makeDirectory("\(folder)/\(stem.prefix { $0 != "/" })")
        var lines = WantedLines(spools, where: isWanted)
        var records: [ShardRecord] = []
        for number in range {
            var shard = try GzipShard(Self.name(stem, number, of: total), in: folder, fileSystem)
            var rows = 0
            while rows < rowsPerShard, let line = try lines.next() {
                try shard.append(line)
                rows += 1
            }
            records.append(try shard.finish(split: label.split, k: label.k))
        }
        return records
    }

    private static func name(_ stem: String, _ number: Int, of total: Int) -> String {
        func five(_ number: Int) -> String { String(String(100_000 + number).suffix(5)) }
        return "\(stem)-\(five(number))-of-\(five(total)).jsonl.gz"
    }
}
