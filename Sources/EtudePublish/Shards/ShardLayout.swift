public import EtudeStore

/// How rows are divided among gzipped files, and how hard these are compressed.
public struct ShardLayout: Sendable, Hashable {
    /// The most rows of a file; nil for any number.
    public var rows: Int?
    /// The most bytes of a file before compression; nil for any number.
    ///
    /// A row that has more has a file of its own.
    public var bytes: Int?
    /// The level of compression, of ``GzipWriter/levels``.
    public var level: Int

    /// A layout; without any limit, everything goes into one file.
    public init(rows: Int? = nil, bytes: Int? = nil, level: Int = GzipWriter.defaultLevel) {
        precondition(rows ?? 1 > 0 && bytes ?? 1 > 0, "A shard holds at least one row.")
        self.rows = rows
        self.bytes = bytes
        self.level = level
    }

    /// Whether a file that holds something takes a further row.
    func takes(_ rowBytes: Int, after held: (rows: Int, bytes: Int)) -> Bool {
        held.rows < rows ?? .max && held.bytes + rowBytes <= bytes ?? .max
    }
}
