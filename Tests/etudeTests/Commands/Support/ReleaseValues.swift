import EtudeCore
import EtudeSample
import EtudeStore
import Testing

@testable import EtudeCurate
@testable import EtudePipeline
@testable import EtudePublish

/// A release as values, which can be changed and published again so that everything agrees with the change.
struct ReleaseValues {
    /// All rows, split by split.
    var rows: [Row] = []
    /// The pipeline file.
    var pipeline: String
    /// The entries with their sides.
    var catalog: DividedCatalog
    /// The manifest, whose hashes and digest are made anew.
    var manifest: Manifest
    /// What stands in `certificate.json`; nil derives it from the rows.
    var certificate: JSONValue?
    /// Whether the manifest's counts follow the rows.
    var isCounted = true
    private let release: ReleaseReader

    init(_ folder: String) throws {
        release = try ReleaseReader(folder)
        pipeline = String(decoding: try release.bytes("pipeline.yaml"), as: UTF8.self)
        catalog = try release.catalog()
        manifest = try release.manifest()
        var rows: [Row] = []
        try release.rows(of: manifest.shards) { row, _, _ in rows.append(row) }
        self.rows = rows
    }

    /// The index of the first row of a cell.
    func first(_ split: String, k: Int) throws -> Int {
        try #require(rows.firstIndex { $0.split == split && $0.k == k })
    }

    /// The name of a held-out skill, or its whole entry.
    var heldOutSkill: Skill {
        get throws { try #require(catalog.catalog.skills.first { catalog.heldOutSkills.contains($0.id) }) }
    }

    /// Writes the release into a folder.
    ///
    /// - Returns: the folder of the release.
    func publish(in output: TemporaryFolder) throws -> String {
        let spec = try PipelineSpec(source: pipeline, file: "pipeline.yaml")
        let builder = ReleaseBuilder(output: output.path)
        let files = manifest.files.map(\.path).filter { $0.hasPrefix("templates/") }
        let contents = ReleaseContents(
            manifest: blank,
            splits: try spec.splits.map { split in
                ReleaseContents.Split(
                    name: split.name,
                    cells: try split.rows.map { k, _ in
                        ShardWriter.Cell(k: k, rows: try spool(split.name, k: k, in: output))
                    }
                )
            },
            rejected: try RowSpool(directory: output.path),
            sets: spec.sets,
            setSeed: Seed(UInt64(spec.seed)),
            layout: ShardLayout(rows: spec.output.rowsPerShard),
            certificate: try certificate ?? derivedCertificate,
            pipeline: pipeline,
            catalog: catalog,
            templates: try Dictionary(
                uniqueKeysWithValues: files.map { (String($0.dropFirst("templates/".count)), try release.bytes($0)) }
            ),
            ledger: try release.bytes("ledger.json"),
            language: spec.generate.language
        )
        return try builder.publish(try builder.build(contents))
    }

    /// What the rows prove, as a run would have it.
    var derivedCertificate: JSONValue {
        get throws {
            let spec = try PipelineSpec(source: pipeline, file: "pipeline.yaml")
            let seed = Seed(UInt64(spec.seed))
            let division = try Division.divide(
                catalog: catalog.catalog,
                rule: spec.holdoutRule,
                seed: seed.child("holdout")
            )
            var rules = RowRules(
                ReleaseFacts(spec: spec, catalog: catalog.catalog, division: division, criteria: Criterion.standardIDs)
            )
            for row in rows { _ = try rules.take(rules.examine(row), shard: "\(row.split)/k\(row.k)", line: 1) }
            return rules.certificate(measured: try release.certificate()["measured"] ?? [:]).json
        }
    }

    private func spool(_ split: String, k: Int, in output: TemporaryFolder) throws -> RowSpool {
        let spool = try RowSpool(directory: output.path)
        for row in rows where row.split == split && row.k == k { try spool.append(row) }
        return spool
    }

    /// The manifest as it was before files were written.
    private var blank: Manifest {
        var blank = manifest
        (blank.shards, blank.rejected, blank.sets, blank.files) = ([], [], [], [])
        guard isCounted else { return blank }
        blank.counts = blank.counts.map { count in
            let found = rows.count { $0.split == count.split && $0.k == count.k }
            return CellCount(split: count.split, k: count.k, asked: found, accepted: found)
        }
        return blank
    }
}
