import Foundation
import Testing

/// Bad input gets one sentence, its exit code, and leaves nothing behind.
@Suite struct BadInputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func expectSentence(
        _ output: Tool.Output,
        _ code: Int32,
        _ words: [String],
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(output.code == code, "\(output.stderr)", sourceLocation: location)
        #expect(output.complaints.count == 1, "\(output.stderr)", sourceLocation: location)
        #expect(output.stderr.hasPrefix("etude: "), "\(output.stderr)", sourceLocation: location)
        #expect(output.stdout.isEmpty, sourceLocation: location)
        for word in words { #expect(output.stderr.contains(word), "\(output.stderr)", sourceLocation: location) }
        for trace in ["fault", "Fatal", "EtudeError", "NSCocoa", ".swift"] {
            #expect(!output.stderr.contains(trace), "\(output.stderr)", sourceLocation: location)
        }
    }

    @Test(arguments: BadInput.keys + BadInput.catalogs + BadInput.paths + BadInput.calls)
    func `Bad input gets one sentence and leaves nothing behind`(input: BadInput) throws {
        try folder.write(try #require(input.pipeline), to: "demo.yaml")
        for (file, text) in input.files { try folder.write(text, to: file) }
        let before = Set(try folder.entries)
        expectSentence(try Tool.run(input.arguments, in: folder), input.code, input.words)
        #expect(Set(try folder.entries).subtracting(before) == input.leaves)
    }

    @Test(arguments: [
        ("{{nothing}}", "request.mustache:26", "The variable nothing is used and not named"),
        ("{{#k}}", "request.mustache:26", "k"),
    ])
    func `A fault in a template of one's own is named with its line`(line: String, place: String, words: String) throws
    {
        try FileManager.default.copyItem(atPath: "\(Tool.project)/Templates/skill-mix", toPath: folder("mine"))
        let file = URL(filePath: folder("mine/en/request.mustache"))
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().prefix(25)
        try Data((lines + [line[...]]).joined(separator: "\n").utf8).write(to: file)
        try folder.write(BadInput.pipeline + "generate: { template: ./mine }\n", to: "demo.yaml")
        for (file, text) in BadInput.files { try folder.write(text, to: file) }
        let output = try Tool.run(["plan", "demo.yaml"], in: folder)
        expectSentence(output, 65, [place, words])
    }

    @Test func `A variable that a template of one's own names and does not use is refused`() throws {
        try FileManager.default.copyItem(atPath: "\(Tool.project)/Templates/skill-mix", toPath: folder("mine"))
        let file = URL(filePath: folder("mine/en/request.mustache"))
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("variables: genre", with: "variables: spare genre").utf8).write(to: file)
        try folder.write(BadInput.pipeline + "generate: { template: ./mine }\n", to: "demo.yaml")
        for (file, text) in BadInput.files { try folder.write(text, to: file) }
        let output = try Tool.run(["run", "demo.yaml"], in: folder)
        expectSentence(output, 65, ["./mine/en/request.mustache:1", "spare"])
        #expect(!FileManager.default.fileExists(atPath: folder("out")))
    }

    @Test(arguments: ["run", "preview", "status"])
    func `The folder of another dataset is left as it is`(command: String) throws {
        try folder.write(BadInput.pipeline, to: "demo.yaml")
        for (file, text) in BadInput.files { try folder.write(text, to: file) }
        let ledger = #"{"version":2,"name":"other","releases":[],"division":null,"closed":[],"epochs":[]}"#
        try folder.write(ledger + "\n", to: "out/ledger.json")
        let output = try Tool.run([command, "demo.yaml"], in: folder)
        expectSentence(output, 78, ["demo.yaml: `output.directory`", "\"other\"", "\"demo\""])
        #expect(
            Set(try folder.entries.filter { $0.hasPrefix("out/") }).subtracting(["out/lock"]) == ["out/ledger.json"]
        )
    }

    @Test(arguments: [("ledger.json", "ledger"), ("journal.sqlite", "journal")])
    func `A damaged file of the output folder is named`(file: String, words: String) throws {
        try folder.write(BadInput.pipeline, to: "demo.yaml")
        for (file, text) in BadInput.files { try folder.write(text, to: file) }
        try folder.write(String(repeating: "damaged ", count: 600), to: "out/\(file)")
        let output = try Tool.run(["run", "demo.yaml"], in: folder)
        expectSentence(output, 65, ["out/\(file)", words])
    }

    @Test func `A file system that takes no more is named`() throws {
        try folder.write(BadInput.pipeline, to: "demo.yaml")
        for (file, text) in BadInput.files { try folder.write(text, to: file) }
        try FileManager.default.createDirectory(atPath: folder("out"), withIntermediateDirectories: false)
        guard try mount(["-t", "tmpfs", "-o", "ro", "none", folder("out")], by: "mount") else {
            try Test.cancel("Mounting is not allowed here.")
        }
        defer { _ = try? mount([folder("out")], by: "umount") }
        expectSentence(try Tool.run(["run", "demo.yaml"], in: folder), 74, ["out/lock", "Read-only"])
        #expect(try folder.entries.filter { $0.hasPrefix("out/") }.isEmpty)
    }

    private func mount(_ arguments: [String], by command: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/\(command)")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
