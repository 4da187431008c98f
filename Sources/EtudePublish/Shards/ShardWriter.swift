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
    private let layout: ShardLayout
    private let fileSystem: any FileSystem

    /// A writer into a release's folder.
    ///
    /// - Parameters:
    ///   - folder: the folder that is to become the release.
    ///   - layout: how rows are divided among files.
    ///   - fileSystem: where the folder stands.
    public init(folder: String, layout: ShardLayout, fileSystem: any FileSystem) {
        self.folder = folder
        self.layout = layout
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
        try write("data/\(split)", split: split, cells.sorted { $0.k < $1.k }.map { ($0.k, $0.rows) })
    }

    /// Writes the rejected drafts as `rejected/rejected-00000-of-00001.jsonl.gz`.
    ///
    /// - Parameter records: the drafts in decision order.
    /// - Returns: one record a file; none without drafts.
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(rejected records: RowSpool) throws(EtudeError) -> [ShardRecord] {
        try write("rejected/rejected", split: "", [(0, records)])
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
        let k = set.k.count == 1 ? set.k[0] : 0
        let wanted = cells.filter { set.k.contains($0.k) }.sorted { $0.k < $1.k }
        return try write("sets/\(set.name)", split: set.split, wanted.map { (k, $0.rows) }) { line throws(EtudeError) in
            chosen.contains(try SetSelector.Candidate(line: line).id)
        }
    }

    /// Writes the lines that are wanted, each with the k that its file's record names.
    private func write(
        _ stem: String,
        split: String,
        _ spools: [(k: Int, rows: RowSpool)],
        where isWanted: (String) throws(EtudeError) -> Bool = { _ in true }
    ) throws(EtudeError) -> [ShardRecord] {
        guard spools.contains(where: { $0.rows.count > 0 }) else { return [] }
        try fileSystem.makeDirectory("\(folder)/\(stem.prefix { $0 != "/" })")
        var series = ShardSeries(stem: stem, split: split, in: folder, layout, fileSystem)
        for spool in spools {
            var lines = try spool.rows.lines()
            while let line = try lines.next() {
                if try isWanted(line.text) { try series.append(Array(line.text.utf8)[...], k: spool.k) }
            }
        }
        return try series.finish()
    }
}

@available(*, unavailable)
extension ShardWriter.Cell: Sendable {}
