import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

struct ReleaseBuilderTests {
    let fileSystem = InMemoryFileSystem()
    let spools: SpoolFolder

    init() throws {
        spools = try SpoolFolder()
    }

    private func findings(_ path: String = "out/current") throws -> [Diagnostic] {
        let rules = try FileRules(try ReleaseReader(path, in: fileSystem))
        return try rules.check(splitOrder: [], setSeed: PublishFixture.setSeed, examine: { json, _ in json }) {
            _,
            _,
            _ in
        }
    }

    @Test func `A release holds all its files, and current points at it`() throws {
        let folder = try PublishFixture.publish(in: fileSystem, spools: spools)
        #expect(
            try fileSystem.list(folder) == [
                "README.md", "catalog.jsonl", "certificate.json", "data", "ledger.json", "manifest.json",
                "pipeline.yaml",
                "rejected", "report.html", "sets", "templates",
            ]
        )
        #expect(try fileSystem.list("\(folder)/sets") == (0...2).map { "few-0000\($0)-of-00003.jsonl.gz" })
        #expect(try fileSystem.read("\(folder)/templates/skill-mix/request.mustache") == Array("{{topic}}\n".utf8))
        #expect("out/" + (try fileSystem.symbolicLinkTarget("out/current")) == folder)
        #expect(try fileSystem.list("out/releases").count == 1)
        #expect(try findings() == [])
    }

    @Test func `The report and the folder's name carry the digest`() throws {
        let folder = try PublishFixture.publish(in: fileSystem, spools: spools)
        let manifest = try ReleaseReader(folder, in: fileSystem).manifest()
        #expect(folder == "out/releases/0001-\(manifest.digest.prefix(12))")
        #expect(try fileSystem.read("\(folder)/report.html") == Array("<p>\(manifest.digest)</p>\n".utf8))
    }

    @Test func `Times and costs do not enter the digest`() throws {
        let builder = ReleaseBuilder(output: "out", fileSystem: fileSystem)
        let first = try builder.build(try PublishFixture.contents(in: spools)).manifest
        var contents = try PublishFixture.contents(in: spools)
        contents.manifest.createdAt = "2027-01-01T00:00:00Z"
        contents.manifest.cost = ["money": 9]
        contents.ledger = Array("[]\n".utf8)
        #expect(try builder.build(contents).manifest.digest == first.digest)
        #expect(
            try builder.build(try PublishFixture.contents(text: "Other", in: spools)).manifest.digest != first.digest
        )
    }

    @Test func `A release without a report is whole too`() throws {
        let builder = ReleaseBuilder(output: "out", fileSystem: fileSystem)
        var contents = try PublishFixture.contents(in: spools)
        contents.report = nil
        let folder = try builder.publish(try builder.build(contents))
        #expect(try fileSystem.exists("\(folder)/report.html") == false)
        #expect(try findings() == [])
    }

    @Test func `What an interrupted building left is removed first`() throws {
        try fileSystem.makeDirectory("out/releases/.building-7/data")
        try fileSystem.write([1], to: "out/releases/.building-7/data/x")
        let folder = try PublishFixture.publish(in: fileSystem, spools: spools)
        #expect(try fileSystem.list("out/releases").map { "out/releases/\($0)" } == [folder])
    }

    @Test func `A release that stands there already is kept`() throws {
        let folder = try PublishFixture.publish(in: fileSystem, spools: spools)
        try fileSystem.remove("out/current")
        #expect(try PublishFixture.publish(in: fileSystem, spools: spools) == folder)
        #expect(try fileSystem.list("out/releases").count == 1)
        #expect(try findings() == [])
    }

    @Test(arguments: [true, false])
    func `A reader sees the old release or the new one, wherever it ends`(byPowerCut isPowerCut: Bool) throws {
        func settle(_ failure: Int?) throws -> (InMemoryFileSystem, Int) {
            let disk = InMemoryFileSystem()
            _ = try PublishFixture.publish(1, in: disk, spools: spools)
            let start = disk.effects
            if let failure { disk.fail(after: failure) }
            _ = try? PublishFixture.publish(2, text: "New", in: disk, spools: spools)
            let effects = disk.effects - start
            if failure != nil, isPowerCut { disk.cutPower() }
            disk.recover()
            return (disk, effects)
        }
        let (_, effects) = try settle(nil)
        var seen: Set<Int> = []
        // Every effect of publishing, and every fifth of the building before it.
        for failure in 0..<effects where failure % 5 == 0 || failure >= effects - 12 {
            let (disk, _) = try settle(failure)
            let reader = try ReleaseReader("out/current", in: disk)
            seen.insert(try reader.manifest().release)
            let rules = try FileRules(reader)
            #expect(
                try rules.check(splitOrder: [], setSeed: PublishFixture.setSeed, examine: { json, _ in json }) {
                    _,
                    _,
                    _ in
                } == []
            )
            _ = try PublishFixture.publish(2, text: "New", in: disk, spools: spools)
            #expect(try ReleaseReader("out/current", in: disk).manifest().release == 2)
            #expect(try disk.list("out/releases").count == 2)
        }
        #expect(seen.contains(1))
    }
}
