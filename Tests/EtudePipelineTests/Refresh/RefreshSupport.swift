import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Foundation

@testable import EtudePipeline

extension PipelineWorkspace {
    /// Makes the next release.
    func refresh(_ overrides: String...) async throws -> RunReport {
        try await PipelineRefresh(spec: PipelineSpec.read(file: pipeline, overrides: overrides)).run()
    }

    /// The rows of the current release.
    func rows() throws -> [Row] {
        let release = try ReleaseReader("\(output)/current")
        var rows: [Row] = []
        try release.rows(of: try release.manifest().shards) { row, _, _ in rows.append(row) }
        return rows
    }
}

extension Ledger {
    /// The ledger of a workspace's output folder.
    init(_ workspace: PipelineWorkspace) throws {
        let file = "\(workspace.output)/ledger.json"
        try self.init(bytes: try RealFileSystem().read(file), file: file)
    }
}

/// The shipped skills as texts, one entry each.
enum ShippedSkills {
    static func entries() throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pipelines/catalog/skills").path()
        let files = RealFileSystem()
        return try files.list(folder).sorted().flatMap { name in
            let text = String(decoding: try files.read("\(folder)/\(name)"), as: UTF8.self)
            return ("\n" + text).split(separator: "\n- id: ").map { "- id: \($0)\n" }
        }
    }
}

/// The number by which the file system knows a file, the same for all its names.
enum FileNumber {
    static func of(_ path: String) -> UInt64? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.systemFileNumber] as? UInt64
    }
}
