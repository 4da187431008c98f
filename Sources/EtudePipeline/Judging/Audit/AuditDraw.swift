import EtudeCore
import EtudePublish
import EtudeStore

/// Draws accepted rows of a release into a file in which a person says of each mark whether it is right.
public struct AuditDraw: Sendable {
    private let reader: ReleaseReader
    private let manifest: Manifest
    private let pipeline: PipelineSpec
    private let catalog: Catalog

    /// A draw from a release.
    ///
    /// - Parameter release: the release's folder, or `current`.
    /// - Throws: ``EtudeError`` for a release that is missing or cannot be read.
    public init(release: String) throws {
        reader = try ReleaseReader(release)
        manifest = try reader.manifest()
        catalog = try reader.catalog().catalog
        pipeline = try PipelineSpec(
            source: String(decoding: try reader.bytes("pipeline.yaml"), as: UTF8.self),
            file: "\(reader.folder)/pipeline.yaml"
        )
    }

    /// Writes the file: rows of all splits and k by their shares, skills about equally often, in an order drawn by seed.
    ///
    /// - Parameters:
    ///   - count: how many rows.
    ///   - seed: what the draw follows from.
    ///   - file: a path where nothing stands yet, since it will hold a person's work.
    /// - Returns: how many rows were drawn.
    /// - Throws: ``EtudeError`` with code `usage` where something stands there, `data` for a release without texts.
    public func write(_ count: Int, seed: Int, to file: String) throws -> Int {
        guard count > 0, seed >= 0 else {
            throw EtudeError(.usage, "The rows and the seed should be whole numbers above 0.")
        }
        let files = RealFileSystem()
        guard try !files.exists(file) else {
            throw EtudeError(.usage, "\(file) exists already and may hold labels; name another file.")
        }
        let rows = try drawn(count, seed: Seed(UInt64(seed)))
        guard !rows.isEmpty else { throw EtudeError(.data, "The release \(reader.folder) has no row with a text.") }
        try AtomicFile.write(to: file, in: files) { writer throws(EtudeError) in
            for row in rows { try writer.write(Array((json(row).canonicalText + "\n").utf8)) }
        }
        return rows.count
    }

    private func drawn(_ count: Int, seed: Seed) throws(EtudeError) -> [Row] {
        let requests = Set(pipeline.splits.filter { !$0.hasTexts }.map(\.name))
        let shards = manifest.shards.filter { !requests.contains($0.split) }
        let rows = Dictionary(shards.map { (Self.cell($0), $0.rows) }, uniquingKeysWith: +)
        var pool = AuditPool(quotas: AuditPool.quotas(rows, count: count), seed: seed)
        try reader.rows(of: shards) { row, shard, _ throws(EtudeError) in pool.offer(row, of: Self.cell(shard)) }
        return pool.drawn()
    }

    private static func cell(_ shard: ShardRecord) -> String { "\(shard.split)/k\(shard.k)" }

    private func json(_ row: Row) -> JSONValue {
        [
            "audit": AuditedRelease(manifest, accept: pipeline.judge.accept.text).json,
            "id": .string(row.id),
            "split": .string(row.split),
            "k": .int(row.k),
            "skills": .array(
                row.skills.map { id in
                    let skill = catalog.skill(id)
                    return [
                        "id": .string(id), "name": .string(skill?.name ?? id),
                        "definition": .string(skill?.definition ?? ""),
                    ]
                }
            ),
            "topic": .string(catalog.topic(row.topic)?.name ?? row.topic),
            "text": .string(row.text),
            "marks": .array(
                row.marks.map { mark in
                    [
                        "criterion": .string(mark.criterion.name), "mark": .string(mark.outcome.rawValue),
                        "correct": .null,
                    ]
                }
            ),
        ]
    }
}
