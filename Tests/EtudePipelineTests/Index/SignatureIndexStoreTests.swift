import EtudeCore
import EtudeCurate
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct SignatureIndexStoreTests {
    private let files = RealFileSystem()

    private func store(
        _ workspace: PipelineWorkspace,
        _ near: NearDuplicateSettings = NearDuplicateSettings()
    ) -> SignatureIndexStore {
        SignatureIndexStore(output: workspace.output, near: near)
    }

    private func releases(_ workspace: PipelineWorkspace) throws -> [Ledger.Entry] {
        try Ledger(bytes: try files.read("\(workspace.output)/ledger.json"), file: "ledger.json").releases
    }

    /// The segments by name.
    private func segments(_ workspace: PipelineWorkspace) throws -> [String: [UInt8]] {
        let folder = "\(workspace.output)/index"
        return Dictionary(uniqueKeysWithValues: try files.list(folder).map { ($0, try files.read("\(folder)/\($0)")) })
    }

    private func texts(_ release: String) throws -> [(id: String, text: String)] {
        let reader = try ReleaseReader(release)
        var texts: [(id: String, text: String)] = []
        try reader.rows(of: try reader.manifest().shards) { row, _, _ in
            if !row.text.isEmpty { texts.append((row.id, row.text)) }
        }
        return texts
    }

    @Test func `A run leaves an index that answers as its texts do; the next release adds a segment`() async throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        let report = try await workspace.run()
        #expect(report.notes.allSatisfy { !$0.contains("index") })
        let first = try segments(workspace)
        #expect(first.count == 1)
        let rows = try texts("\(workspace.output)/current")
        #expect(rows.count == 44)
        let loaded = try await store(workspace).load(try releases(workspace))
        #expect(loaded.notes == [])
        #expect(loaded.index.count == rows.count)
        for (id, text) in rows {
            #expect(try loaded.index.match(for: text)?.keptID == id)
            #expect(try loaded.index.match(for: text + " Again.")?.keptID == id)
        }
        #expect(try loaded.index.match(for: "Nothing that anybody wrote there.") == nil)

        var larger = SmallPipeline(.builtIn)
        larger.rows = 15
        try workspace.write(larger)
        #expect(try await workspace.run().notes.allSatisfy { !$0.contains("index") })
        let both = try segments(workspace)
        #expect(both.count == 2)
        #expect(first.allSatisfy { both[$0.key] == $0.value })
        let second = try texts("\(workspace.output)/current")
        let all = try await store(workspace).load(try releases(workspace))
        #expect(all.notes == [])
        #expect(all.index.count == rows.count + second.count)
        #expect(try second.allSatisfy { try all.index.match(for: $0.text) != nil })
    }

    @Test func `What is not as it should be is made again, byte for byte, and said`() async throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        _ = try await workspace.run()
        let whole = try segments(workspace)
        let (name, bytes) = try #require(whole.first)
        let path = "\(workspace.output)/index/\(name)"
        let again = " and was made again from the release."
        func repaired(_ flaw: String) async throws {
            let report = try await workspace.run()
            #expect(report.ending == .complete)
            #expect(report.notes.dropFirst() == ["The near-duplicate index of release 1 \(flaw)" + again])
            #expect(try segments(workspace) == whole)
        }
        var random = SeededGenerator(seed: Seed(11))
        for _ in 0..<2 {
            var damaged = bytes
            damaged[12 + random.below(bytes.count - 12)] ^= UInt8(1 + random.below(255))
            try AtomicFile.write(damaged, to: path, in: files)
            try await repaired("was damaged")
        }
        try AtomicFile.write(Array(bytes.prefix(random.below(bytes.count))), to: path, in: files)
        try await repaired("was damaged")
        try files.remove(path)
        try await repaired("was missing")
        var version = bytes
        version[8] = 9
        try AtomicFile.write(version, to: path, in: files)
        try await repaired("was of another version of etude")
        let other = NearDuplicateSettings(threshold: 0.8)
        let loaded = try await store(workspace, other).load(try releases(workspace))
        #expect(loaded.notes == ["The near-duplicate index of release 1 was of other near-duplicate settings" + again])
        #expect(loaded.index.count == 44)
        try await repaired("was of other near-duplicate settings")
        try AtomicFile.write(bytes, to: "\(workspace.output)/index/0007-0123456789ab.signatures", in: files)
        #expect(try await store(workspace).repair(try releases(workspace)) == [])
        #expect(try segments(workspace) == whole)
    }

    @Test func `A release that is gone is indexed as far as the current one carries its rows on`() async throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        _ = try await workspace.run()
        let gone = Ledger.Entry(release: 1, digest: "gone", planHash: "", publishedAt: 0)
        let loaded = try await store(workspace).load([gone])
        #expect(loaded.index.count == 44)
        #expect(loaded.notes.count == 1)
        #expect(
            loaded.notes[0].hasSuffix("was missing and was made again from what the current release has of its rows.")
        )
        let foreign = Ledger.Entry(release: 2, digest: "foreign", planHash: "", publishedAt: 0)
        #expect(try await store(workspace).load([gone, foreign]).index.count == 44)
    }

    @Test func `A damaged release makes no index`() async throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        _ = try await workspace.run()
        try files.removeTree("\(workspace.output)/index")
        let release = try ReleaseReader("\(workspace.output)/current")
        let shards = try release.manifest().shards
        let (one, other) = ("\(release.folder)/\(shards[0].path)", "\(release.folder)/\(shards[1].path)")
        try AtomicFile.write(try files.read(other), to: one, in: files)
        let error = await #expect(throws: EtudeError.self) {
            try await store(workspace).load(try releases(workspace))
        }
        #expect(error?.code == .data)
        #expect(error?.place?.file == one)
        #expect(try segments(workspace).isEmpty)
    }

    @Test func `A release is published although its index cannot be written`() async throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        try files.makeDirectory(workspace.output)
        try files.write([], to: "\(workspace.output)/index")
        let report = try await workspace.run()
        #expect(report.ending == .complete)
        #expect(report.notes.last?.hasPrefix("The near-duplicate index is not complete") ?? false)
        #expect(try workspace.hasRelease())
    }
}
