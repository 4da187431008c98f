import EtudeCore

/// Whether the counts of a manifest agree with one another.
struct ManifestRule {
    let manifest: Manifest

    /// The findings.
    func check() -> [Diagnostic] {
        names + counts + sets + books
    }

    /// Files bear the names of what they hold, numbered in the manifest's order: loaders go by names alone.
    private var names: [Diagnostic] {
        var splits: [String] = []
        for shard in manifest.shards where !splits.contains(shard.split) { splits.append(shard.split) }
        return splits.flatMap { split in names(of: manifest.shards.filter { $0.split == split }, "data/\(split)") }
            + names(of: manifest.rejected, "rejected/rejected")
            + manifest.sets.flatMap { names(of: $0.shards, "sets/\($0.spec.name)") }
    }

    private func names(of shards: [ShardRecord], _ stem: String) -> [Diagnostic] {
        shards.enumerated().compactMap { number, shard in
            let path = ShardSeries.path(stem, number: number, of: shards.count)
            guard path != shard.path else { return nil }
            return finding("shard-name", "By its place in the manifest it should be named \(path).", shard.path)
        }
    }

    private var counts: [Diagnostic] {
        var findings: [Diagnostic] = []
        for count in manifest.counts {
            let found = rows(count.split, [count.k])
            guard found != count.accepted else { continue }
            let message = "Of \(count.split)/k\(count.k) the counts have \(count.accepted) rows, the shards \(found)."
            findings.append(finding("row-count", message, Manifest.path))
        }
        let cells = Set(manifest.counts.map { "\($0.split)/k\($0.k)" })
        for shard in manifest.shards where !cells.contains("\(shard.split)/k\(shard.k)") {
            findings.append(finding("row-count", "The counts have no cell \(shard.split)/k\(shard.k).", shard.path))
        }
        if manifest.isComplete, manifest.counts.contains(where: { $0.accepted < $0.asked }) {
            let message = "The release is short of rows, but says that it is complete."
            findings.append(finding("row-count", message, Manifest.path))
        }
        return findings
    }

    private var sets: [Diagnostic] {
        manifest.sets.compactMap { set in
            let found = set.spec.rows == nil ? rows(set.spec.split, set.spec.k) : set.shards.map(\.rows).reduce(0, +)
            guard found != set.rows else { return nil }
            let message = "The set \"\(set.spec.name)\" has \(found) rows; the manifest says \(set.rows)."
            return finding("row-count", message, Manifest.path)
        }
    }

    private var books: [Diagnostic] {
        manifest.books.filter { !$0.balance }.map {
            let message =
                "The books of \($0.split)/k\($0.k) do not balance: not all \($0.candidates) candidates have one end."
            return finding("books", message, Manifest.path)
        }
    }

    private func rows(_ split: String, _ k: [Int]) -> Int {
        manifest.shards.filter { $0.split == split && k.contains($0.k) }.map(\.rows).reduce(0, +)
    }
}
