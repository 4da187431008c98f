import EtudeCore
import EtudeCurate
import EtudeFlow
import EtudePublish
import EtudeStore
import Foundation

/// The rows that a release was the first to hold, read from its shards.
///
/// Of a release whose folder is gone it is those that the current release has carried on.
struct SegmentSource {
    /// What a segment needs of a row.
    struct Row: Sendable {
        let id: String
        let text: [UInt8]
        let keys: TextKeys
    }

    /// How many rows are worked on together.
    private static let batch = 1024

    /// Whether the rows come from the release itself.
    let isOwn: Bool
    private let release: Int
    private let reader: ReleaseReader
    private let manifest: Manifest
    private let scanner = JSONScanner(keys: ["id", "release", "text"])

    /// The rows of a release.
    ///
    /// - Parameters:
    ///   - release: the release.
    ///   - output: the folder of the dataset.
    ///   - files: where it stands.
    /// - Throws: ``EtudeError`` with code `io` where neither the release nor a current one can be read.
    init(_ release: Ledger.Entry, in output: String, _ files: any FileSystem) throws(EtudeError) {
        let own = "\(output)/releases/\(ReleaseDigest.folder(number: release.release, digest: release.digest))"
        isOwn = try files.exists(own)
        self.release = release.release
        reader = try ReleaseReader(isOwn ? own : "\(output)/current", in: files)
        manifest = try reader.manifest()
    }

    /// Reads the rows with a text, in the order of the shards.
    ///
    /// - Parameters:
    ///   - comparison: what gives their hashes.
    ///   - body: takes each.
    /// - Throws: ``EtudeError`` where the shards are not what the manifest says; what the body throws.
    func forEachRow(_ comparison: TextComparison, _ body: (Row) throws -> Void) async throws {
        let slices = ParallelSlices(of: 64, width: ProcessInfo.processInfo.activeProcessorCount)
        for record in manifest.shards {
            let shard = try reader.shard(record.path)
            var isAtEnd = false
            while !isAtEnd {
                var lines: [ShardReader.Line] = []
                while lines.count < Self.batch, let line = try shard.next() { lines.append(line) }
                isAtEnd = lines.count < Self.batch
                let read = lines
                let rows = try await slices.map(read.count) { [self] slice in
                    try read[slice].compactMap { try row($0, of: record, comparison) }
                }
                for row in rows.joined() { try body(row) }
            }
            guard shard.record(split: record.split, k: record.k, path: record.path) == record else {
                throw EtudeError(
                    .data,
                    "The shard is not what the manifest says; `etude verify` tells more.",
                    at: Place(file: "\(reader.folder)/\(record.path)")
                )
            }
        }
    }

    /// The row of a line; nil for one of another release, or without a text.
    private func row(_ line: ShardReader.Line, of record: ShardRecord, _ comparison: TextComparison) throws -> Row? {
        let found = (try? scanner.members(in: line.bytes, 0..<line.bytes.count)) ?? []
        guard found.count == 3, let id = found[0], let number = found[1], let text = found[2], id.kind == .string,
            text.kind == .string, id.range.count <= UInt16.max
        else {
            let place = Place(file: "\(reader.folder)/\(record.path)", line: line.number)
            throw EtudeError(.data, "The line is no row; `etude verify` tells more.", at: place)
        }
        guard String(decoding: line.bytes[number.range], as: UTF8.self) == String(release), !text.range.isEmpty else {
            return nil
        }
        let plain = JSONText.plain(text.range, of: line.bytes)
        return Row(
            id: String(decoding: JSONText.plain(id.range, of: line.bytes), as: UTF8.self),
            text: plain,
            keys: comparison.keys(of: plain.span)
        )
    }
}
