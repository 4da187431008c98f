public import EtudeCore
import EtudePublish

/// What is worth knowing of a release, computed from its files alone, and those of the releases before it that stand beside it.
public struct ReleaseReport {
    /// The releases before it that a report looks back on.
    private static let mostEarlier = 30
    /// How many bytes the texts of all shown drafts may have together.
    private static let textBytes = 2_000_000

    let manifest: Manifest
    let certificate: JSONValue
    let diversity: JSONValue?
    let divided: DividedCatalog
    /// The splits that hold nothing held out, in the manifest's order.
    let trainingSplits: [String]
    let tally: ReleaseTally
    /// The releases before it, the oldest first.
    let earlier: [Manifest]
    /// The diversity of the release before it.
    let earlierDiversity: JSONValue?
    /// About how many bytes of the page a shown text may have.
    let textBytes: Int

    /// The report of a release, or of the current one of an output folder.
    ///
    /// - Parameter path: the release's folder, a link to it, or a folder with a link `current`.
    /// - Throws: ``EtudeError`` with code `io` or `data` where it cannot be read.
    public init(_ path: String) throws(EtudeError) {
        var reader = try ReleaseReader(path)
        if try !reader.has(Manifest.path), try reader.has("current") {
            reader = try ReleaseReader("\(reader.folder)/current")
        }
        try self.init(of: reader, manifest: try reader.manifest())
    }

    /// The report of a release whose manifest may not be written yet.
    ///
    /// - Parameters:
    ///   - release: its files.
    ///   - manifest: its manifest.
    /// - Throws: ``EtudeError`` with code `io` or `data` where the files cannot be read.
    init(of release: ReleaseReader, manifest: Manifest) throws(EtudeError) {
        self.manifest = manifest
        certificate = try release.certificate()
        diversity = try release.has("diversity.json") ? try release.json("diversity.json") : nil
        divided = try release.catalog()
        let file = "\(release.folder)/pipeline.yaml"
        let spec = try PipelineSpec(
            source: String(decoding: try release.bytes("pipeline.yaml"), as: UTF8.self),
            file: file
        )
        trainingSplits = spec.splits.filter(\.isTraining).map(\.name)
        tally = try Self.tally(release, manifest, divided.catalog, trainingSplits)
        let before = release.releases(before: manifest, atMost: Self.mostEarlier)
        earlier = before.map(\.manifest)
        earlierDiversity = before.last.flatMap { try? $0.reader.json("diversity.json") }
        textBytes = min(ShownDraft.mostBytes, Self.textBytes / max(1, tally.shownCount))
    }

    private static func tally(
        _ release: ReleaseReader,
        _ manifest: Manifest,
        _ catalog: Catalog,
        _ trainingSplits: [String]
    ) throws(EtudeError) -> ReleaseTally {
        var tally = ReleaseTally(release: manifest.release, catalog: catalog, trainingSplits: Set(trainingSplits))
        try release.rejected(of: manifest.rejected) { record in tally.add(record) }
        tally.endRejected()
        try release.rows(of: manifest.shards) { row, _, _ in tally.add(row) }
        return tally
    }

    /// The report as one page that needs nothing else.
    public var html: String {
        HTMLPage(
            title: "\(manifest.name), release \(manifest.release)",
            lead: lead,
            sections: [
                funnel, skills, marks, trust, lengths, duplicates, variety, cost, promises, samples, rejects,
            ]
        )
        .text
    }

    /// Writes the page.
    ///
    /// - Parameter path: the file, which is replaced where it exists; `-` is standard output.
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(to path: String) throws(EtudeError) {
        let file = try UserFileWriter(path)
        try file.write(Array(html.utf8))
        try file.finish()
    }
}

extension SplitSpec {
    /// Whether the split is one that a student may be trained on.
    fileprivate var isTraining: Bool {
        hasTexts && skills == "train" && topics == "train" && combinations == "open"
    }
}

@available(*, unavailable)
extension ReleaseReport: Sendable {}
