import EtudeCore
import EtudeStore
import EtudeTesting
import Testing

struct FileSystemTests {
    @Test("the host's file system keeps the promise", arguments: FileSystemConformance.checks)
    func real(check: FileSystemConformance) throws {
        let folder = try TemporaryFolder()
        try check.check(RealFileSystem(), in: folder.path)
    }

    @Test("the file system in memory keeps the promise", arguments: FileSystemConformance.checks)
    func inMemory(check: FileSystemConformance) throws {
        let files = InMemoryFileSystem()
        try files.makeDirectory("/run/root")
        try check.check(files, in: "/run/root")
    }

    @Test func `a relative path without a folder stands in the current one`() throws {
        #expect(try RealFileSystem().kind(of: ".") == .directory)
        try RealFileSystem().makeDirectory(".")
    }

    @Test func `a power cut takes bytes and names that were not synchronized`() throws {
        let files = InMemoryFileSystem()
        try files.makeDirectory("run")
        try files.write([1], to: "run/kept")
        try files.synchronizeDirectory("run")
        try files.write([2], to: "run/nameless")
        let writer = try files.create("run/unfinished")
        try writer.write([3])
        files.cutPower()
        #expect(try files.list("run") == ["kept"])
        #expect(try files.read("run/kept") == [1])
    }

    @Test func `a file whose name alone was synchronized is empty after a power cut`() throws {
        let files = InMemoryFileSystem()
        let writer = try files.create("a")
        try writer.write([1])
        try files.synchronizeDirectory("/")
        files.cutPower()
        #expect(try files.read("a") == [])
    }

    @Test func `a failed file system changes nothing until it recovers`() throws {
        let files = InMemoryFileSystem()
        files.fail(after: 1)
        try files.makeDirectory("a")
        #expect(throws: EtudeError.self) { try files.makeDirectory("b") }
        #expect(files.effects == 1)
        files.recover()
        try files.makeDirectory("b")
        #expect(try files.list("/") == ["a", "b"])
    }
}
