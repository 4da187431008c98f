import EtudeCore
import EtudeStore
import EtudeTesting
import Testing

@Suite struct AtomicFolderTests {
    private let fileSystem = InMemoryFileSystem()

    @Test(arguments: ["out", "out/", "deep/er/out"]) func `A folder appears with its files when it is finished`(
        target: String
    ) throws {
        let folder = try AtomicFolder(target, in: fileSystem)
        try fileSystem.write([1], to: "\(folder.path)/a")
        let name = target.hasSuffix("/") ? "out" : target
        #expect(try fileSystem.kind(of: name) == nil)
        try folder.finish()
        #expect(try fileSystem.list(name) == ["a"])
    }

    @Test func `One that is given up leaves nothing, and what stood there`() throws {
        try fileSystem.makeDirectory("here/out")
        do {
            let folder = try AtomicFolder("here/out", in: fileSystem)
            try fileSystem.write([1], to: "\(folder.path)/a")
        }
        #expect(try fileSystem.list("here") == ["out"])
        #expect(try fileSystem.list("here/out") == [])
    }

    @Test func `A folder in which something stands, or a file, is refused`() throws {
        try fileSystem.makeDirectory("out")
        try fileSystem.write([1], to: "out/a")
        for target in ["out", "out/a"] {
            let error = #expect(throws: EtudeError.self) { try AtomicFolder(target, in: fileSystem) }
            #expect(error?.code == .io)
        }
        #expect(try fileSystem.list("out") == ["a"])
    }
}
