import EtudeCore
import EtudeStore
import Testing

@testable import EtudePublish

/// Files of a release that were changed where they stand.
@Suite(.smallRelease) struct TamperedFileTests {
    private let output: TemporaryFolder
    private var copy: ReleaseCopy

    init() throws {
        output = try TemporaryFolder()
        copy = try ReleaseCopy(of: SmallRelease.folder, in: output)
    }

    private func expect(_ rules: Set<String>, at place: String, _ location: SourceLocation = #_sourceLocation) throws {
        let result = try Tool.run(["verify", copy.folder], in: output)
        #expect(result.code == 65, sourceLocation: location)
        #expect(Set(result.findings.map(\.rule)) == rules, "\(result.stderr)", sourceLocation: location)
        #expect(result.stderr.contains(place), "\(result.stderr)", sourceLocation: location)
    }

    @Test func `A release verifies alone in an empty folder and prints its digest, and beside it what was measured`()
        throws
    {
        let result = try Tool.run(["verify", copy.folder], in: output)
        #expect(result.code == 0, "\(result.stderr)")
        #expect(result.stderr.hasPrefix("Exposure: 0 of 18 audited training rows show"), "\(result.stderr)")
        #expect(result.stdout == "\(try ReleaseReader(copy.folder).manifest().digest)\n")
    }

    @Test func `Findings are the same for programs`() throws {
        try RealFileSystem().write([], to: copy("notes.txt"))
        let result = try Tool.run(["verify", copy.folder, "--format", "json"], in: output)
        #expect(result.code == 65)
        let json = try JSONParser.parse(result.stdout)
        #expect(json["clean"]?.bool == false)
        #expect(json["violations"]?.array?.map { $0["rule"]?.string } == ["extra-file"])
    }

    @Test func `A flipped byte in the middle of a shard is found`() throws {
        let path = try copy.shard("validation", k: 2)
        try copy.edit(path) { $0[$0.count / 2] ^= 0x10 }
        let result = try Tool.run(["verify", copy.folder], in: output)
        #expect(result.code == 65)
        let rules = Set(result.findings.filter { $0.place.hasPrefix(path) }.map(\.rule))
        #expect(!rules.isDisjoint(with: ["gzip", "shard-hash"]), "\(result.stderr)")
    }

    @Test func `A flipped byte that changes no row is found`() throws {
        let path = try copy.shard("heldout", k: 2)
        // The byte of the header that tells the operating system.
        try copy.edit(path) { $0[9] ^= 0x01 }
        try expect(["shard-hash"], at: path)
    }

    @Test func `Another hash in the manifest is found`() throws {
        let path = try copy.shard("train", k: 3)
        let hash = try #require(try ReleaseReader(copy.folder).manifest().shards.first { $0.path == path }).sha256
        try copy.edit(Manifest.path) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            bytes = Array(text.replacing(hash, with: String(repeating: "0", count: 64)).utf8)
        }
        try expect(["shard-hash"], at: path)
    }

    @Test mutating func `Another order of keys is found`() throws {
        let path = try copy.shard("validation", k: 2)
        try copy.editLines(of: path) { lines in
            let members = try #require(try JSONParser.parse(lines[1]).members)
            lines[1] = JSONValue.object(members.reversed()).canonicalText
        }
        try expect(["canonical-json"], at: "\(path):2")
    }

    @Test func `A row that is gone from its shard is found`() throws {
        let path = try copy.shard("validation", k: 2)
        var edited = copy
        try edited.editLines(of: path) { $0.removeFirst() }
        let result = try Tool.run(["verify", edited.folder], in: output)
        #expect(result.code == 65)
        #expect(Set(result.findings.map(\.rule)) == ["row-count", "certificate"], "\(result.stderr)")
    }

    @Test func `A copy in a set that is not the row is found`() throws {
        let set = "sets/d123_equal-00000-of-00001.jsonl.gz"
        let bytes = try RealFileSystem().read(copy(try copy.shard("validation", k: 2)))
        try copy.edit(set) { $0 = bytes }
        let result = try Tool.run(["verify", copy.folder], in: output)
        #expect(result.code == 65)
        #expect(result.findings.contains { $0.rule == "set-rows" && $0.place.hasPrefix(set) }, "\(result.stderr)")
    }

    @Test func `A missing shard is found`() throws {
        let path = try copy.shard("validation", k: 2)
        try RealFileSystem().remove(copy(path))
        try expect(["missing-shard", "digest", "certificate"], at: "\(path): ")
    }

    @Test func `A shard too many is found`() throws {
        let bytes = try RealFileSystem().read(copy(try copy.shard("train", k: 1)))
        try RealFileSystem().write(bytes, to: copy("data/train-00003-of-00004.jsonl.gz"))
        try expect(["extra-file"], at: "data/train-00003-of-00004.jsonl.gz: ")
    }

    @Test func `A link in the place of a shard is found, whatever it leads to`() throws {
        let path = try copy.shard("train", k: 2)
        try RealFileSystem().rename(copy(path), to: output("elsewhere"))
        try RealFileSystem().makeSymbolicLink(copy(path), to: output("elsewhere"))
        try expect(["symbolic-link", "missing-shard", "digest", "certificate", "set-rows"], at: "\(path): ")
    }

    @Test(arguments: ["certificate.json", "README.md", "templates/requests/en/request.mustache"])
    func `Another byte in a file beside the shards is found`(path: String) throws {
        try copy.edit(path) { $0[$0.count - 1] = UInt8(ascii: " ") }
        let result = try Tool.run(["verify", copy.folder], in: output)
        #expect(result.code == 65)
        #expect(result.findings.contains { $0.rule == "file-hash" && $0.place == path }, "\(result.stderr)")
    }

    @Test mutating func `Another name of the folder is found`() throws {
        try copy.rename(to: "0002-\(try ReleaseReader(copy.folder).manifest().digest.prefix(12))")
        try expect(["digest"], at: copy.folder.split(separator: "/").last.map(String.init) ?? "")
    }
}
