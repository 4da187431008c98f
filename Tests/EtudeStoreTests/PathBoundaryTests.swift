import EtudeCore
import EtudeStore
import Glibc
import Testing

struct PathBoundaryTests {
    private let files = RealFileSystem()
    private let folder: TemporaryFolder
    private let inner: String

    init() throws {
        folder = try TemporaryFolder()
        inner = folder("inner")
        try files.makeDirectory(inner)
        try files.write(Array("within".utf8), to: "\(inner)/a.csv")
        try files.write(Array("canary".utf8), to: folder("canary.csv"))
    }

    private func read(_ path: String, _ boundary: PathBoundary) throws -> String {
        let file = try boundary.open(path)
        return String(decoding: try file.read(), as: UTF8.self)
    }

    private func refusal(_ path: String, _ boundary: PathBoundary) -> EtudeError? {
        #expect(throws: EtudeError.self) { try read(path, boundary) }
    }

    @Test func `a file in the folder is read, by any writing of its path`() throws {
        for path in ["\(inner)/a.csv", "\(inner)/../inner/a.csv", "\(inner)//./a.csv"] {
            #expect(try read(path, .within([inner])) == "within")
            #expect(try read(path, .ownFolder) == "within")
        }
    }

    @Test func `a path, a link and a link of a folder that lead out are refused with the flag that allows them`() throws
    {
        try files.makeSymbolicLink("\(inner)/out.csv", to: "../canary.csv")
        try files.makeSymbolicLink("\(inner)/up", to: "..")
        for path in ["\(inner)/out.csv", "\(inner)/up/canary.csv", "\(inner)/../canary.csv", folder("canary.csv")] {
            let error = refusal(path, .within([inner]))
            #expect(error?.code == .config)
            #expect(error?.message.contains("--allow-outside") == true)
            #expect(error?.place?.file == path)
            #expect(try read(path, .everywhere) == "canary")
        }
        #expect(refusal("\(inner)/out.csv", .ownFolder)?.code == .config)
        #expect(try read("\(inner)/up/canary.csv", .within(["/nowhere", folder.path])) == "canary")
        #expect(try read(folder("canary.csv"), .within([inner]).including(folder.path)) == "canary")
    }

    @Test func `a folder whose name begins alike is another folder`() throws {
        try files.makeDirectory(folder("inner-2"))
        try files.write([65], to: folder("inner-2/a.csv"))
        #expect(refusal(folder("inner-2/a.csv"), .within([inner]))?.code == .config)
    }

    @Test func `a link to a neighbour is followed`() throws {
        try files.makeSymbolicLink("\(inner)/b.csv", to: "a.csv")
        #expect(try read("\(inner)/b.csv", .ownFolder) == "within")
    }

    @Test func `what is no file is refused without waiting for it`() throws {
        let pipe = "\(inner)/pipe"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        try files.makeSymbolicLink("\(inner)/nothing", to: "gone.csv")
        try files.makeSymbolicLink("\(inner)/circle", to: "circle")
        for (path, words) in [
            (pipe, "a pipe"), ("/dev/zero", "a device"), ("/dev/null", "a device"), (inner, "a folder"),
            ("\(inner)/nothing", "leads to nothing"), ("\(inner)/circle", "in a circle"),
            ("\(inner)/none", "not exist"),
            ("\(inner)/none/none", "not exist"),
        ] {
            let error = refusal(path, .everywhere)
            #expect(error?.code == .config, "\(path)")
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
    }
}
