import EtudeCore
import EtudePublish
import EtudeSample

/// A dataset that goes on: its ledger and its current release.
struct Series {
    let ledger: Ledger
    let release: ReleaseReader
    let manifest: Manifest
    /// The sides of all entries that the dataset ever had.
    let division: Division
    /// The catalog of the current release, those that left it since among the entries.
    let catalog: DividedCatalog

    /// The series of an output folder; nil where nothing is published yet.
    ///
    /// - Throws: ``EtudeError`` where the release cannot be read, or the ledger lacks what a refresh needs.
    init?(_ folder: OutputFolder) throws(EtudeError) {
        guard let current = try folder.current() else { return nil }
        ledger = try folder.ledger()
        guard let division = ledger.division, let last = ledger.releases.last, last.digest == current.manifest.digest
        else {
            throw EtudeError(
                .data,
                "The ledger does not know the release that `current` names (\(current.path)); restore `current` or ledger.json.",
                at: Place(file: "\(folder.path)/ledger.json")
            )
        }
        self.division = division
        manifest = current.manifest
        release = try ReleaseReader(current.path)
        catalog = try release.catalog()
    }

    /// A catalog with the entries that the current release has and the catalog has lost, which its rows show.
    func joined(with catalog: Catalog) throws(EtudeError) -> Catalog {
        try Catalog(
            skills: catalog.skills + self.catalog.catalog.skills.filter { catalog.skill($0.id) == nil },
            topics: catalog.topics + self.catalog.catalog.topics.filter { catalog.topic($0.id) == nil }
        )
    }

    /// The rows that a refresh asks of a cell beyond those carried on: what it grows by, and what the cell lacks of the rows
    /// of the pipeline file, or of those that the release had.
    func rows(_ split: SplitSpec, k: Int, of spec: PipelineSpec, carried: Int) -> Int {
        let before = manifest.counts.first { $0.split == split.name && $0.k == k }?.accepted ?? 0
        let base = split.rows.first { $0.k == k }?.rows ?? 0
        return max(base, before, carried) - carried + (spec.refresh.grow[split.name]?[k] ?? 0)
    }
}
