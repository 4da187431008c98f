import EtudeCore
import EtudeStore
import Foundation

@testable import EtudePublish

/// A copy of a release's folder whose files can be changed one by one.
struct ReleaseCopy {
    private let output: TemporaryFolder
    /// The folder of the release.
    private(set) var folder: String

    /// Copies a release, alone and under its name, into an empty folder.
    init(of release: String, in output: TemporaryFolder) throws {
        self.output = output
        folder = output(URL(filePath: release).lastPathComponent)
        try FileManager.default.copyItem(atPath: release, toPath: folder)
    }

    /// The path of a file of the release.
    func callAsFunction(_ path: String) -> String { "\(folder)/\(path)" }

    /// The first shard of a cell.
    func shard(_ split: String, k: Int) throws -> String {
        let shards = try ReleaseReader(folder).manifest().shards
        return shards.first { $0.split == split && $0.k == k }?.path ?? ""
    }

    /// Changes the bytes of a file.
    func edit(_ path: String, _ change: (inout [UInt8]) throws -> Void) throws {
        var bytes = try RealFileSystem().read(self(path))
        try change(&bytes)
        try replace(path, bytes)
    }

    /// Changes the manifest.
    func editManifest(_ change: (inout Manifest) throws -> Void) throws {
        var manifest = try ReleaseReader(folder).manifest()
        try change(&manifest)
        try replace(Manifest.path, manifest.bytes)
    }

    /// Changes the lines of a shard; the manifest and the folder's name follow.
    mutating func editLines(of path: String, _ change: (inout [String]) throws -> Void) throws {
        let release = try ReleaseReader(folder)
        let shard = try release.shard(path)
        var lines: [String] = []
        while let line = try shard.next() { lines.append(String(decoding: line.bytes, as: UTF8.self)) }
        try change(&lines)
        var gzip = GzipWriter()
        let start = gzip.append(lines.flatMap { Array("\($0)\n".utf8) })
        let (end, totals) = gzip.finish()
        try replace(path, start + end)
        var manifest = try release.manifest()
        manifest.shards = manifest.shards.map { record in
            guard record.path == path else { return record }
            return ShardRecord(
                path: path,
                split: record.split,
                k: record.k,
                rows: lines.count,
                bytes: totals.compressedBytes,
                uncompressedBytes: totals.bytes,
                sha256: totals.compressedSHA256.hex,
                uncompressedSHA256: totals.sha256.hex
            )
        }
        manifest.digest = ReleaseDigest.of(manifest).hex
        try replace(Manifest.path, manifest.bytes)
        try renameByDigest()
    }

    /// Has the manifest record a file as it is, and the digest that follows.
    func recordFile(_ path: String) throws {
        let record = FileRecord(path: path, content: try RealFileSystem().read(self(path)))
        try editManifest { manifest in
            manifest.files = manifest.files.map { $0.path == path ? record : $0 }
            manifest.digest = ReleaseDigest.of(manifest).hex
        }
    }

    /// Gives the folder the name that follows from the manifest.
    mutating func renameByDigest() throws {
        let manifest = try ReleaseReader(folder).manifest()
        try rename(to: ReleaseDigest.folder(number: manifest.release, digest: manifest.digest))
    }

    /// Gives the folder another name.
    mutating func rename(to name: String) throws {
        let target = output(name)
        try RealFileSystem().rename(folder, to: target)
        folder = target
    }

    private func replace(_ path: String, _ bytes: [UInt8]) throws {
        try AtomicFile.write(bytes, to: self(path), in: RealFileSystem())
    }
}

extension ShardRecord {
    /// The record with another path.
    func replacingPath(by path: String) -> ShardRecord {
        ShardRecord(
            path: path,
            split: split,
            k: k,
            rows: rows,
            bytes: bytes,
            uncompressedBytes: uncompressedBytes,
            sha256: sha256,
            uncompressedSHA256: uncompressedSHA256
        )
    }
}
