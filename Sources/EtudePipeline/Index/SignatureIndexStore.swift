import EtudeCore
import EtudeCurate
import EtudePublish
import EtudeStore

/// The near-duplicate signatures of a dataset's releases, a segment for each in the folder `index/`.
///
/// They hold nothing that the releases do not hold: a segment that is missing, damaged, of another version or of other settings is
/// made again.
struct SignatureIndexStore {
    private let output: String
    private let comparison: TextComparison
    private let files: any FileSystem

    /// The segments of an output folder, whose lock the caller holds.
    init(output: String, near: NearDuplicateSettings, files: any FileSystem = RealFileSystem()) {
        self.output = output
        comparison = TextComparison(near)
        self.files = files
    }

    private var folder: String { "\(output)/index" }

    /// Makes what is not as it should be, and removes what belongs to no release.
    ///
    /// - Parameters:
    ///   - releases: the releases.
    ///   - published: the digest of the release that has just been published, whose segment is of course missing.
    /// - Returns: what had to be made again, and why, in sentences.
    /// - Throws: ``EtudeError`` where a segment cannot be written, or a release cannot be read.
    func repair(_ releases: [Ledger.Entry], published: String? = nil) async throws -> [String] {
        try files.makeDirectory(folder)
        let names = Set(releases.map(Self.name))
        for name in try files.list(folder) where !names.contains(name) { try files.removeTree("\(folder)/\(name)") }
        var notes: [String] = []
        for release in releases {
            let header = SegmentHeader(release: release.digest, comparison: comparison)
            guard try files.exists(path(of: release)) else {
                let source = try await build(release)
                if release.digest != published { notes.append(Self.sentence(release, "was missing", source)) }
                continue
            }
            let reader = SegmentReader(try open(release), expecting: header, comparison: comparison)
            guard let flaw = try reader.flaw() else { continue }
            notes.append(Self.sentence(release, flaw.words, try await build(release)))
        }
        return notes
    }

    /// The index of all rows of some releases, what is not as it should be having been made again.
    ///
    /// - Parameter releases: the releases, in order.
    /// - Returns: the index, and what had to be made again, and why, in sentences.
    /// - Throws: ``EtudeError`` as ``repair(_:published:)``.
    func load(_ releases: [Ledger.Entry]) async throws -> (index: SignatureIndex, notes: [String]) {
        if let index = try whole(releases) { return (index, []) }
        let notes = try await repair(releases)
        guard let index = try whole(releases) else {
            throw EtudeError(.io, "The near-duplicate index in \(folder) does not stay as it is written.")
        }
        return (index, notes)
    }

    /// The index, if every segment is as it should be.
    private func whole(_ releases: [Ledger.Entry]) throws(EtudeError) -> SignatureIndex? {
        var index = SignatureIndex(comparison)
        for release in releases {
            let header = SegmentHeader(release: release.digest, comparison: comparison)
            guard try files.exists(path(of: release)), try index.load(try open(release), expecting: header) == nil
            else { return nil }
        }
        return index
    }

    private func build(_ release: Ledger.Entry) async throws -> SegmentSource {
        let source = try SegmentSource(release, in: output, files)
        let header = SegmentHeader(release: release.digest, comparison: comparison)
        try await AtomicFile.assemble(at: path(of: release), in: files) { file in
            var writer = SegmentWriter(header)
            try await source.forEachRow(comparison) { row in
                let bytes = writer.append(id: row.id, text: row.text, keys: row.keys)
                if !bytes.isEmpty { try file.write(bytes) }
            }
            try file.write(writer.finish())
        }
        return source
    }

    private func open(_ release: Ledger.Entry) throws(EtudeError) -> RandomAccessFile {
        try RandomAccessFile(path: path(of: release), directory: folder)
    }

    private func path(of release: Ledger.Entry) -> String { "\(folder)/\(Self.name(release))" }

    private static func name(_ release: Ledger.Entry) -> String {
        ReleaseDigest.folder(number: release.release, digest: release.digest) + ".signatures"
    }

    private static func sentence(_ release: Ledger.Entry, _ flaw: String, _ source: SegmentSource) -> String {
        let words = "The near-duplicate index of release \(release.release) \(flaw) and was made again from "
        return words + (source.isOwn ? "the release." : "what the current release has of its rows.")
    }
}

extension SegmentFlaw {
    /// What is to be said of a segment.
    fileprivate var words: String {
        switch self {
        case .damaged: "was damaged"
        case .otherVersion: "was of another version of etude"
        case .otherSettings: "was of other near-duplicate settings"
        case .otherRelease: "was of another release"
        }
    }
}
