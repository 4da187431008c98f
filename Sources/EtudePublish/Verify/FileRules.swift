public import EtudeCore

/// Checks the files of a release against its manifest, in one pass over the rows.
///
/// The rules, as ids of the findings: `symbolic-link`, `missing-shard`, `missing-file`, `extra-file`, `gzip`, `shard-hash`,
/// `file-hash`, `canonical-json`, `row-count`, `shard-label`, `shard-name`, `set-rows`, `books`, `card`, `digest`.
public struct FileRules: Sendable {
    private let release: ReleaseReader
    private let manifest: Manifest

    /// The rules of a release.
    ///
    /// - Parameter release: the release.
    /// - Throws: ``EtudeError`` with code `io` or `data` where the manifest cannot be read.
    public init(_ release: ReleaseReader) throws(EtudeError) {
        self.release = release
        manifest = try release.manifest()
    }

    /// Checks everything.
    ///
    /// - Parameters:
    ///   - splitOrder: the order in which the splits' rows are visited; others follow in the manifest's order.
    ///   - setSeed: the seed by which the sets chose their rows.
    ///   - examine: finds what of a row needs no other, from its JSON, and as a row where it is one; on any thread.
    ///   - visit: takes each row with its shard and its line, from 1, in order.
    /// - Returns: the findings, all of severity `error`; none for a sound release.
    /// - Throws: ``EtudeError`` with code `io`, and what `visit` throws.
    public func check<Content: Sendable>(
        splitOrder: [String],
        setSeed: Seed,
        examine: @escaping @Sendable (JSONValue, Row?) -> Content,
        visit: (Content, ShardRecord, Int) throws(EtudeError) -> Void
    ) throws(EtudeError) -> [Diagnostic] {
        let listing = try FileListRule(release: release, manifest: manifest).check()
        var findings = listing.findings
        var hashes: [String: String] = [:]
        var sets = SetRule(manifest.sets, seed: setSeed)
        for record in dataShards(splitOrder) + manifest.rejected + manifest.sets.flatMap(\.shards)
        where listing.present.contains(record.path) {
            let rule = ShardRule(release: release, record: record)
            let checked = try rule.check { json, row in
                record.isOfRows ? examine(json, row) : nil
            } visit: { line, json, row throws(EtudeError) in
                sets.take(line.bytes, json, of: record)
                if let row { try visit(row, record, line.number) }
            }
            findings += checked.findings
            hashes[record.path] = checked.hash
        }
        findings += sets.findings()
        for file in manifest.files where listing.present.contains(file.path) {
            let found = FileRecord(path: file.path, content: try release.bytes(file.path))
            if file.isDigested { hashes[file.path] = found.sha256 }
            guard found != file else { continue }
            findings.append(finding("file-hash", "The file is not the one that was published.", file.path))
        }
        findings += try CardRule(release: release, manifest: manifest).check(listing.present)
        return findings + ManifestRule(manifest: manifest).check() + digest(hashes)
    }

    private func dataShards(_ splitOrder: [String]) -> [ShardRecord] {
        let first = splitOrder.flatMap { name in manifest.shards.filter { $0.split == name } }
        return first + manifest.shards.filter { !splitOrder.contains($0.split) }
    }

    private func digest(_ hashes: [String: String]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let digest = ReleaseDigest.of(hashes).hex
        if digest != manifest.digest {
            let message = "The files have the digest \(digest), not the manifest's."
            findings.append(finding("digest", message, Manifest.path))
        }
        let name = ReleaseDigest.folder(number: manifest.release, digest: digest)
        if release.folderName != name, !release.folderName.hasPrefix(".building-") {
            findings.append(finding("digest", "By its digest the folder should be named \(name).", release.folderName))
        }
        return findings
    }
}

/// A finding about a file of a release.
func finding(_ rule: String, _ message: String, _ path: String, line: Int? = nil) -> Diagnostic {
    Diagnostic(.error, rule: rule, message, at: Place(file: path, line: line))
}
