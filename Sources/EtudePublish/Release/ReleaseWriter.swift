import EtudeCore
import EtudeStore

/// Writes all files of a release into a folder.
struct ReleaseWriter {
    let folder: String
    let fileSystem: any FileSystem

    /// Writes the shards, then what describes them, the manifest last; all is durable afterwards.
    func write(_ contents: ReleaseContents) throws(EtudeError) -> Manifest {
        var manifest = contents.manifest
        try writeShards(contents, &manifest)
        if let before = contents.before { try link(manifest.allShards, to: before) }
        let certificate = Array((contents.certificate.canonicalText + "\n").utf8)
        manifest.files = [
            try write(certificate, to: "certificate.json"),
            try write(Array(contents.pipeline.utf8), to: "pipeline.yaml"),
            try write(contents.catalog.bytes, to: DividedCatalog.path),
            try write(contents.ledger, to: "ledger.json"),
        ]
        for (path, bytes) in contents.templates.sorted(by: { $0.key < $1.key }) {
            manifest.files.append(try write(bytes, to: "templates/\(path)"))
        }
        if let diversity = contents.diversity {
            manifest.files.append(try write(Array((diversity.canonicalText + "\n").utf8), to: "diversity.json"))
        }
        manifest.digest = ReleaseDigest.of(manifest).hex
        let card = DatasetCard(
            manifest: manifest,
            certificate: contents.certificate,
            language: contents.language,
            diversity: contents.diversity
        )
        let report = try contents.report?(manifest, ReleaseReader(folder, in: fileSystem))
        manifest.files.append(try write(Array(card.text.utf8), to: "README.md"))
        if let report { manifest.files.append(try write(report, to: "report.html")) }
        _ = try write(manifest.bytes, to: Manifest.path)
        try synchronize(folder)
        return manifest
    }

    private func writeShards(_ contents: ReleaseContents, _ manifest: inout Manifest) throws(EtudeError) {
        let writer = ShardWriter(folder: folder, layout: contents.layout, fileSystem: fileSystem)
        for split in contents.splits { manifest.shards += try writer.write(split: split.name, cells: split.cells) }
        manifest.rejected = try writer.write(rejected: contents.rejected)
        for set in contents.sets {
            let cells = contents.splits.filter { $0.name == set.split }.flatMap(\.cells).filter { set.k.contains($0.k) }
            guard let rows = set.rows else {
                manifest.sets.append(SetRecord(spec: set, rows: cells.map(\.rows.count).reduce(0, +)))
                continue
            }
            let chosen = SetSelector(seed: contents.setSeed).choose(rows, k: set.k, from: try candidates(cells))
            let shards = try writer.write(set: set, cells: cells, chosen: chosen)
            manifest.sets.append(SetRecord(spec: set, rows: chosen.count, shards: shards))
        }
    }

    /// Makes each shard that the release before holds too a second name of the same file, so that it takes no room again.
    private func link(_ shards: [ShardRecord], to before: ReleaseReader) throws(EtudeError) {
        let known = Dictionary(try before.manifest().allShards.map { ($0.sha256, $0.path) }) { first, _ in first }
        for shard in shards {
            guard let path = known[shard.sha256], try before.bytes(path) == fileSystem.read("\(folder)/\(shard.path)")
            else { continue }
            try fileSystem.remove("\(folder)/\(shard.path)")
            try fileSystem.hardLink("\(before.folder)/\(path)", to: "\(folder)/\(shard.path)")
        }
    }

    private func candidates(_ cells: [ShardWriter.Cell]) throws(EtudeError) -> [SetSelector.Candidate] {
        var candidates: [SetSelector.Candidate] = []
        for cell in cells {
            var lines = try cell.rows.lines()
            while let line = try lines.next() { candidates.append(try SetSelector.Candidate(line: line.text)) }
        }
        return candidates
    }

    private func write(_ bytes: [UInt8], to path: String) throws(EtudeError) -> FileRecord {
        let parents = path.split(separator: "/").dropLast()
        if !parents.isEmpty { try fileSystem.makeDirectory("\(folder)/\(parents.joined(separator: "/"))") }
        try fileSystem.write(bytes, to: "\(folder)/\(path)")
        return FileRecord(path: path, content: bytes)
    }

    /// Makes all names in a folder durable, innermost first.
    private func synchronize(_ folder: String) throws(EtudeError) {
        for name in try fileSystem.list(folder) where try fileSystem.kind(of: "\(folder)/\(name)") == .directory {
            try synchronize("\(folder)/\(name)")
        }
        try fileSystem.synchronizeDirectory(folder)
    }
}
