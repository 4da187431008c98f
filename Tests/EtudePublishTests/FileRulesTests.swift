import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

/// One change to a published release that breaks the rules named.
struct Tampering: Sendable, CustomTestStringConvertible {
    let rules: Set<String>
    let what: String
    let change: @Sendable (Tamperer) throws -> Void

    init(_ what: String, _ rules: Set<String>, _ change: @escaping @Sendable (Tamperer) throws -> Void) {
        self.rules = rules
        self.what = what
        self.change = change
    }

    var testDescription: String { what }

    static let all: [Tampering] = [
        Tampering("a shard that is gone", ["missing-shard", "digest", "set-rows"]) { try $0.files.remove($0.shard) },
        Tampering("a template that is gone", ["missing-file", "digest"]) {
            try $0.files.remove("\($0.folder)/templates/skill-mix/request.mustache")
        },
        Tampering("a file too many", ["extra-file"]) { try $0.files.write([1], to: "\($0.folder)/data/more.jsonl.gz") },
        Tampering("a symbolic link", ["symbolic-link"]) { try $0.files.makeSymbolicLink("\($0.folder)/x", to: "/etc") },
        Tampering("a shard that is a link", ["symbolic-link", "missing-shard", "digest", "set-rows"]) {
            try $0.files.rename($0.shard, to: "elsewhere")
            try $0.files.makeSymbolicLink($0.shard, to: "/elsewhere")
        },
        Tampering("a flipped bit", ["gzip", "digest", "set-rows"]) { tamperer in
            try tamperer.replace(tamperer.shard) { $0[$0.count / 2] ^= 4 }
        },
        Tampering("a cut file", ["gzip", "digest", "set-rows"]) { tamperer in
            try tamperer.replace(tamperer.shard) { $0.removeLast(20) }
        },
        Tampering("the same rows compressed otherwise", ["shard-hash"]) { try $0.rewrite(level: 1) { $0 } },
        Tampering("another text", ["shard-hash", "digest", "set-rows"]) {
            try $0.rewrite { $0.replacing("A text", with: "A test") }
        },
        Tampering("a row less", ["shard-hash", "digest", "row-count", "set-rows"]) { tamperer in
            try tamperer.rewrite { String($0[..<($0.firstIndex(of: "\n").map { $0 } ?? $0.endIndex)]) + "\n" }
        },
        Tampering("blanks in a row", ["shard-hash", "digest", "canonical-json", "set-rows"]) {
            try $0.rewrite { $0.replacing("\"k\":1", with: "\"k\": 1") }
        },
        Tampering("carriage returns", ["shard-hash", "digest", "canonical-json", "set-rows"]) {
            try $0.rewrite { $0.replacing("\n", with: "\r\n") }
        },
        Tampering("keys in another order", ["shard-hash", "digest", "canonical-json", "set-rows"]) {
            try $0.rewrite {
                $0.replacing("\"release\":1,\"split\":\"train\"", with: "\"split\":\"train\",\"release\":1")
            }
        },
        Tampering("a last line that is not ended", ["shard-hash", "digest", "canonical-json"]) {
            try $0.rewrite { String($0.dropLast()) }
        },
        Tampering("a line that is no JSON", ["shard-hash", "digest", "canonical-json", "set-rows"]) {
            try $0.rewrite { String($0.dropLast(3)) + "\n" }
        },
        Tampering("a row of another split", ["shard-hash", "digest", "shard-label", "set-rows"]) {
            try $0.rewrite { $0.replacing("\"split\":\"train\"", with: "\"split\":\"other\"") }
        },
        Tampering("another certificate", ["file-hash", "canonical-json", "digest"]) { tamperer in
            try tamperer.replace("\(tamperer.folder)/certificate.json") { $0.append(32) }
        },
        Tampering("another card", ["file-hash"]) { tamperer in
            try tamperer.replace("\(tamperer.folder)/README.md") { $0.append(32) }
        },
        Tampering("another count", ["row-count"]) {
            try $0.edit {
                $0.replacing("\"k\": 1, \"asked\": 3, \"accepted\": 3", with: "\"k\": 1, \"asked\": 3, \"accepted\": 4")
            }
        },
        Tampering("a set of another size", ["row-count"]) {
            try $0.edit { $0.replacing("\"asked\": 5,\n      \"rows\": 5", with: "\"asked\": 5,\n      \"rows\": 6") }
        },
        Tampering("a set that says it chose more", ["set-rows"]) {
            try $0.edit { $0.replacing("\"asked\": 5", with: "\"asked\": 6") }
        },
        Tampering("books that do not balance", ["books"]) {
            try $0.edit { $0.replacing("\"candidates\": 6", with: "\"candidates\": 7") }
        },
        Tampering("a release that is called complete and is short", ["row-count"]) {
            try $0.edit { $0.replacing("\"asked\": 4", with: "\"asked\": 5") }
        },
        Tampering("another digest", ["digest"]) { tamperer in
            let digest = try ReleaseReader(tamperer.folder, in: tamperer.files).manifest().digest
            try tamperer.edit { $0.replacing(digest, with: SHA256.digest(of: "x").hex) }
        },
        Tampering("another folder", ["digest"]) { tamperer in
            try tamperer.files.rename(tamperer.folder, to: "out/releases/0001-000000000000")
            try tamperer.files.remove("out/current")
            try tamperer.files.makeSymbolicLink("out/current", to: "releases/0001-000000000000")
        },
    ]
}

/// Changes the files of a release in memory.
struct Tamperer: Sendable {
    let files: InMemoryFileSystem
    let folder: String

    /// The first shard: the rows 1 and 2 of k 1.
    var shard: String { "\(folder)/data/train-00000-of-00004.jsonl.gz" }

    func replace(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try files.read(path)
        change(&bytes)
        try files.remove(path)
        try files.write(bytes, to: path)
    }

    /// Changes the manifest's text.
    func edit(_ change: (String) -> String) throws {
        try replace("\(folder)/manifest.json") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            let changed = change(text)
            precondition(changed != text, "The change found nothing to change.")
            bytes = Array(changed.utf8)
        }
    }

    /// Changes the rows of the first shard.
    func rewrite(level: Int = 6, _ change: (String) -> String) throws {
        let reader = GzipReader(try files.open(shard), path: shard)
        var content: [UInt8] = []
        while true {
            let bytes = try reader.read()
            if bytes.isEmpty { break }
            content += bytes
        }
        var gzip = GzipWriter(level: level)
        var packed = gzip.append(Array(change(String(decoding: content, as: UTF8.self)).utf8))
        packed += gzip.finish().bytes
        try replace(shard) { $0 = packed }
    }
}

struct FileRulesTests {
    let tamperer: Tamperer

    init() throws {
        let files = InMemoryFileSystem()
        let folder = try PublishFixture.publish(in: files, spools: try SpoolFolder())
        tamperer = Tamperer(files: files, folder: folder)
    }

    private func check(
        _ path: String = "out/current",
        visit: (JSONValue, ShardRecord, Int) throws(EtudeError) -> Void = { _, _, _ in }
    ) throws -> [Diagnostic] {
        let rules = try FileRules(try ReleaseReader(path, in: tamperer.files))
        return try rules.check(
            splitOrder: ["evaluation", "train"],
            setSeed: PublishFixture.setSeed,
            examine: { json, _ in json },
            visit: visit
        )
    }

    @Test func `A release as published has no findings, and its rows are visited in order`() throws {
        var visited: [String] = []
        let found = try check { json, shard, line throws(EtudeError) in
            visited.append("\(shard.split)/\(shard.k):\(json["plan_index"]?.int ?? 0):\(line)")
        }
        #expect(found == [])
        #expect(
            visited == [
                "evaluation/2:8:1", "evaluation/2:9:2", "train/1:1:1", "train/1:2:2", "train/1:3:1", "train/2:4:1",
                "train/2:5:2", "train/2:6:1", "train/2:7:2",
            ]
        )
    }

    @Test(arguments: Tampering.all)
    func `Tampering is found`(_ tampering: Tampering) throws {
        try tampering.change(tamperer)
        let found = try check()
        #expect(Set(found.map(\.rule)) == tampering.rules, "\(found)")
        #expect(found.allSatisfy { $0.severity == .error && $0.place != nil })
    }

    @Test func `A release that is being built is not asked for its name`() throws {
        let files = InMemoryFileSystem()
        let builder = ReleaseBuilder(output: "out", fileSystem: files)
        let building = try builder.build(try PublishFixture.contents(in: try SpoolFolder()))
        let rules = try FileRules(try ReleaseReader(building.folder, in: files))
        #expect(
            try rules.check(splitOrder: [], setSeed: PublishFixture.setSeed, examine: { json, _ in json }) { _, _, _ in
            } == []
        )
    }

    @Test func `An error of the visitor ends the check`() {
        let error = #expect(throws: EtudeError.self) {
            try check { _, _, _ throws(EtudeError) in throw EtudeError(.interrupted, "Stop.") }
        }
        #expect(error?.code == .interrupted)
    }
}
