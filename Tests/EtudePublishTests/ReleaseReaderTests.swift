import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

struct ReleaseReaderTests {
    let fileSystem = InMemoryFileSystem()
    let spools: SpoolFolder

    init() throws {
        spools = try SpoolFolder()
        _ = try PublishFixture.publish(in: fileSystem, spools: spools)
    }

    @Test func `Everything in a release can be read back`() throws {
        let reader = try ReleaseReader("out/current", in: fileSystem)
        let contents = try PublishFixture.contents(in: spools)
        #expect(try reader.catalog() == contents.catalog)
        #expect(try reader.certificate() == contents.certificate)
        let manifest = try reader.manifest()
        var rows: [Row] = []
        try reader.rows(of: manifest.shards) { row, shard, line throws(EtudeError) in
            #expect((row.split, row.k) == (shard.split, shard.k))
            #expect((1...2).contains(line))
            rows.append(row)
        }
        #expect(rows.map(\.planIndex) == Array(1...9))
    }

    @Test(arguments: ["out/current/", "/out/current", "out/releases/../current"])
    func `A link is followed however the path is written`(path: String) throws {
        #expect(try ReleaseReader(path, in: fileSystem).folderName.hasPrefix("0001-"))
    }

    @Test(arguments: ["out/nothing", "out/current/manifest.json"])
    func `A path without release is an error that says what to give`(path: String) {
        let error = #expect(throws: EtudeError.self) { try ReleaseReader(path, in: fileSystem) }
        #expect(error?.message == "There is no release at \(path). Give a release's folder, or `current` of a run.")
    }

    @Test func `A manifest that is none is named`() throws {
        let reader = try ReleaseReader("out/current", in: fileSystem)
        try fileSystem.remove("\(reader.folder)/manifest.json")
        try fileSystem.write(Array("{}".utf8), to: "\(reader.folder)/manifest.json")
        let error = #expect(throws: EtudeError.self) { try reader.manifest() }
        #expect(error?.place == Place(file: "\(reader.folder)/manifest.json"))
    }

    @Test func `A line that holds no row is named`() throws {
        let reader = try ReleaseReader("out/current", in: fileSystem)
        let rejected = try reader.manifest().rejected
        let error = #expect(throws: EtudeError.self) { try reader.rows(of: rejected) { _, _, _ in } }
        #expect(error?.place == Place(file: "\(reader.folder)/\(rejected[0].path)", line: 1))
    }
}
