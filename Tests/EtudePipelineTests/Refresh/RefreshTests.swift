import EtudeCore
import EtudeFlow
import EtudePublish
import EtudeSample
import EtudeStore
import EtudeTesting
import Testing

@testable import EtudePipeline

/// Releases that go on from one another, on the built-in teacher.
struct RefreshTests {
    private static let growth = "refresh: { grow: { train: { 2: 3, 3: 2 }, heldout_skills: { 2: 1 } } }"

    private func workspace(_ strategy: String = "uniform", topLevel: String = growth) throws -> PipelineWorkspace {
        var pipeline = SmallPipeline(.builtIn)
        pipeline.strategy = strategy
        pipeline.topLevel = topLevel
        return try PipelineWorkspace(pipeline)
    }

    @Test(arguments: ["uniform", "balanced"])
    func `Nights add rows, repeat no combination and leave earlier releases as they were`(_ strategy: String)
        async throws
    {
        let workspace = try workspace(strategy)
        var seen: [String: [String]] = [:]
        var releases: [String: ReleaseFingerprint] = [:]
        for night in 1...3 {
            let report = try await workspace.refresh()
            #expect(report.ending == .complete)
            let folder = try #require(report.release)
            #expect(try ReleaseVerifier.verify(folder).violations == [])
            let rows = try workspace.rows()
            #expect(rows.count == 60 + (night - 1) * 6)
            #expect(Set(rows.map { Combination(skills: $0.skills, topic: $0.topic).unordered }).count == rows.count)
            for row in rows where row.release < night { #expect(seen[row.id] == [row.text, row.seed]) }
            for row in rows { seen[row.id] = [row.text, row.seed] }
            #expect(rows.filter { $0.release == night }.count == (night == 1 ? 60 : 6))
            for (path, before) in releases { #expect(try ReleaseFingerprint(folder: path) == before) }
            releases[folder] = try ReleaseFingerprint(folder: folder)
        }
        #expect(releases.count == 3)
        let last = try Ledger(workspace)
        #expect(last.releases.map(\.kind) == [.run, .refresh, .refresh])
        #expect(last.releases.map(\.release) == [1, 2, 3])
        #expect(last.history.epochs.count == 1)
    }

    @Test func `Shards of the same bytes are one file`() async throws {
        let workspace = try workspace()
        _ = try await workspace.refresh()
        let first = try ReleaseReader("\(workspace.output)/current")
        _ = try await workspace.refresh()
        let second = try ReleaseReader("\(workspace.output)/current")
        let old = Dictionary(try first.manifest().shards.map { ($0.sha256, $0.path) }) { first, _ in first }
        var shared = 0
        for shard in try second.manifest().shards {
            guard let path = old[shard.sha256] else { continue }
            shared += 1
            #expect(inode("\(first.folder)/\(path)") == inode("\(second.folder)/\(shard.path)"))
        }
        #expect(
            shared > 8,
            "twelve rows in shards of five: the first two of each cell stay, and cells that do not grow"
        )
        #expect(shared < (try second.manifest().shards.count))
    }

    @Test func `A catalog that grows and shrinks moves nobody to the other side`() async throws {
        let workspace = try workspace()
        let pipeline = String(decoding: try RealFileSystem().read(workspace.pipeline), as: UTF8.self)
        try workspace.write(pipeline.replacing("skills: shipped", with: "skills: skills.yaml"), to: "pipeline.yaml")
        let all = try ShippedSkills.entries()
        var sides: [String: String] = [:]
        for night in 1...4 {
            // Every third skill comes on the second night, and some leave on the fourth.
            let now = all.enumerated().filter { night > 1 || $0.offset % 3 != 0 }.filter {
                night < 4 || $0.offset % 10 != 1
            }
            try workspace.write(now.map(\.element).joined(), to: "skills.yaml")
            let report = try await workspace.refresh()
            #expect(report.ending == .complete)
            let release = try ReleaseReader("\(workspace.output)/current")
            #expect(try ReleaseVerifier.verify(release.folder).violations == [])
            let catalog = try release.catalog()
            for skill in catalog.catalog.skills {
                let side = catalog.heldOutSkills.contains(skill.id) ? "held-out" : "train"
                #expect(sides.updateValue(side, forKey: skill.id) ?? side == side)
            }
            let rows = try workspace.rows()
            #expect(Set(rows.map { Combination(skills: $0.skills, topic: $0.topic).unordered }).count == rows.count)
            #expect(rows.count == 60 + (night - 1) * 6)
        }
        #expect(sides.count == all.count)
        #expect(try Ledger(workspace).history.epochs.map(\.number) == [0, 1, 2])
    }

    @Test func `A refresh without anything to add changes nothing`() async throws {
        let workspace = try workspace(topLevel: "")
        let first = try await workspace.refresh()
        let again = try await workspace.refresh()
        #expect(again.ending == .complete && again.release == first.release)
        #expect(again.notes.contains { $0.contains("refresh.grow") })
        #expect(try Ledger(workspace).releases.count == 1)
    }

    @Test func `A run after a refresh verifies what is there`() async throws {
        let workspace = try workspace()
        _ = try await workspace.run()
        let refreshed = try await workspace.refresh()
        let again = try await workspace.run()
        #expect(again.ending == .complete && again.release == refreshed.release)
    }

    @Test func `A ledger that is a release behind is mended from the release`() async throws {
        let workspace = try workspace()
        _ = try await workspace.refresh()
        let ledger = "\(workspace.output)/ledger.json"
        let before = try RealFileSystem().read(ledger)
        _ = try await workspace.refresh()
        let after = try RealFileSystem().read(ledger)
        try AtomicFile.write(before, to: ledger, in: RealFileSystem())
        _ = try await workspace.refresh()
        let last = try Ledger(workspace)
        #expect(last.releases.map(\.release) == [1, 2, 3])
        #expect(Array(last.releases.prefix(2)) == (try Ledger(bytes: after, file: "after")).releases)
        #expect(try ReleaseVerifier.verify("\(workspace.output)/current").violations == [])
    }

    @Test(arguments: [
        ("seed: 20261120", "seed: 3", "seed"),
        ("skills: held-out, topics: train", "skills: train, topics: train", "splits.heldout_skills.skills"),
        ("          validation: ", "          check: ", "splits.validation"),
        ("k: { 2: 8, 4: 8 }", "k: { 2: 8 }", "splits.evaluation.k"),
        ("categories: [reasoning", "categories: [literary, reasoning", "holdout.skills"),
        ("rows_per_shard: 5", "rows_per_shard: 5, row: { turns: all }", "output.row"),
    ])
    func `What would break the series is refused with its key`(_ old: String, _ new: String, _ key: String) async throws
    {
        let workspace = try workspace()
        _ = try await workspace.refresh()
        let text = String(decoding: try RealFileSystem().read(workspace.pipeline), as: UTF8.self)
        try #require(text.contains(old.trimmingPrefix(while: \.isWhitespace)))
        try workspace.write(
            text.replacing(old.trimmingPrefix(while: \.isWhitespace), with: new.trimmingPrefix(while: \.isWhitespace)),
            to: "pipeline.yaml"
        )
        let error = await #expect(throws: EtudeError.self) { try await workspace.refresh() }
        #expect(error?.code == .config)
        let words = error.map { "\($0.place?.key ?? "") \($0.message)" } ?? ""
        #expect(words.contains(key))
        #expect(try Ledger(workspace).releases.count == 1)
    }

    private func inode(_ path: String) -> UInt64? { FileNumber.of(path) }
}
