import EtudeCore
import EtudeTesting
import Testing

@testable import EtudeStore

struct AtomicFileTests {
    private let old = [UInt8](repeating: 1, count: 1000)
    private let new = [UInt8](repeating: 2, count: 3000)

    /// A folder that holds the old file, durably.
    private func start() throws -> InMemoryFileSystem {
        let files = InMemoryFileSystem()
        try files.makeDirectory("run")
        try AtomicFile.write(old, to: "run/ledger.json", in: files)
        return files
    }

    @Test func `a write replaces the file, outlives a power cut and leaves nothing else`() throws {
        let files = try start()
        try AtomicFile.write(new, to: "run/ledger.json", in: files)
        files.cutPower()
        #expect(try files.read("run/ledger.json") == new)
        #expect(try files.list("run") == ["ledger.json"])
    }

    @Test("stopped at any effect, the file is the old or the new one", arguments: [false, true])
    func everyStop(powerCut: Bool) throws {
        let whole = try start()
        let before = whole.effects
        try AtomicFile.write(new, to: "run/ledger.json", in: whole)
        let count = whole.effects - before
        #expect(count == 5, "create, write, finish, rename, synchronize the folder")

        var outcomes: [[UInt8]] = []
        for effects in 0..<count {
            let files = try start()
            files.fail(after: effects)
            #expect(throws: EtudeError.self) { try AtomicFile.write(new, to: "run/ledger.json", in: files) }
            if powerCut { files.cutPower() }
            outcomes.append(try files.read("run/ledger.json"))
        }
        #expect(outcomes == (powerCut ? [old, old, old, old, old] : [old, old, old, old, new]))
    }

    @Test func `a write that fails on the host leaves the old file and no temporary one`() throws {
        let folder = try TemporaryFolder()
        try RealFileSystem().makeDirectory(folder("a/full"))
        #expect(throws: EtudeError.self) { try AtomicFile.write(new, to: folder("a"), in: RealFileSystem()) }
        #expect(try RealFileSystem().list(folder.path) == ["a"])
    }

    @Test(
        "a path is cut into folder and name",
        arguments: [("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/b/é", "/a/b", "é")]
    )
    func path(path: String, parent: String, name: String) {
        #expect(Path.parent(of: path) == parent)
        #expect(Path.name(of: path) == name)
    }
}
