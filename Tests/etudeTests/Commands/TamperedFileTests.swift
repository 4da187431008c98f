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

    /// Expects both verifiers to find these rules broken and no other, the program at a place.
    private func expect(
        _ rules: Set<String>,
        at place: String,
        second: Set<String>? = nil,
        orMore: Bool = false,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try Tool.run(["verify", copy.folder], in: output)
        #expect(result.code == 65, sourceLocation: location)
        let found = Set(result.findings.map(\.rule))
        #expect(orMore ? found.isSuperset(of: rules) : found == rules, "\(result.stderr)", sourceLocation: location)
        #expect(result.stderr.contains(place), "\(result.stderr)", sourceLocation: location)
        try expectSecondVerifier(copy.folder, finds: second ?? rules, orMore: orMore, location)
    }

    @Test(.needsPython) func `The second verifier agrees that the release is sound`() throws {
        let second = try SecondVerifier.verify(copy.folder)
        #expect(
            second == SecondVerifier.Result(code: 0, output: "\(try ReleaseReader(copy.folder).manifest().digest)\n")
        )
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

    @Test mutating func `A row that is gone from its shard is found`() throws {
        let path = try copy.shard("validation", k: 2)
        try copy.editLines(of: path) { $0.removeFirst() }
        try expect(["row-count", "certificate"], at: "")
    }

    @Test func `A copy in a set that is not the row is found`() throws {
        let set = "sets/d123_equal-00000-of-00001.jsonl.gz"
        let bytes = try RealFileSystem().read(copy(try copy.shard("validation", k: 2)))
        try copy.edit(set) { $0 = bytes }
        let result = try Tool.run(["verify", copy.folder], in: output)
        #expect(result.code == 65)
        #expect(result.findings.contains { $0.rule == "set-rows" && $0.place.hasPrefix(set) }, "\(result.stderr)")
    }

    @Test(arguments: [[], [1, 2, 3], [0x1F, 0x8B]] as [[UInt8]])
    func `A gzip member that is cut, and bytes after the last one, are found`(after bytes: [UInt8]) throws {
        let path = try copy.shard("heldout", k: 2)
        try copy.edit(path) { if bytes.isEmpty { $0.removeLast(30) } else { $0 += bytes } }
        try expect(["gzip", "digest"], at: path, orMore: true)
    }

    @Test mutating func `A key that stands twice is found`() throws {
        let path = try copy.shard("validation", k: 2)
        try copy.editLines(of: path) {
            $0[0] = $0[0].replacing("{\"id\":", with: "{\"k\":2,\"id\":", maxReplacements: 1)
        }
        try expect(["canonical-json"], at: "\(path):1", orMore: true)
    }

    @Test mutating func `A row without one of its keys is found`() throws {
        let path = try copy.shard("validation", k: 2)
        try copy.editLines(of: path) { $0[0] = $0[0].replacing(",\"finish_reason\":\"stop\"", with: "") }
        try expect(["schema", "certificate"], at: "\(path):1")
    }

    @Test mutating func `Another split's name in a row is found`() throws {
        let path = try copy.shard("heldout_topics", k: 2)
        try copy.editLines(of: path) {
            $0[0] = $0[0].replacing("\"split\":\"heldout_topics\"", with: "\"split\":\"train\"")
        }
        try expect(["shard-label", "split-topics"], at: "\(path):1", orMore: true)
    }

    @Test mutating func `Shards that changed places are found, in a manifest that agrees`() throws {
        let (train, heldOut) = (try copy.shard("train", k: 2), try copy.shard("heldout", k: 2))
        try RealFileSystem().rename(copy(train), to: copy("other"))
        try RealFileSystem().rename(copy(heldOut), to: copy(train))
        try RealFileSystem().rename(copy("other"), to: copy(heldOut))
        try copy.editManifest { manifest in
            manifest.shards = manifest.shards.map { record in
                let path = [train: heldOut, heldOut: train][record.path] ?? record.path
                return record.replacingPath(by: path)
            }
            manifest.digest = ReleaseDigest.of(manifest).hex
        }
        try copy.renameByDigest()
        try expect(["shard-name", "card"], at: train)
    }

    @Test mutating func `A shard that is gone from a manifest that agrees is missed by the certificate`() throws {
        let path = try copy.shard("validation", k: 2)
        try RealFileSystem().remove(copy(path))
        try copy.editManifest { manifest in
            manifest.shards.removeAll { $0.path == path }
            manifest.counts = manifest.counts.map {
                $0.split == "validation" ? CellCount(split: $0.split, k: $0.k, asked: 0, accepted: 0) : $0
            }
            manifest.digest = ReleaseDigest.of(manifest).hex
        }
        try copy.renameByDigest()
        try expect(["certificate", "card"], at: "certificate.json: ")
    }

    @Test func `A set that is gone from a manifest that agrees is found`() throws {
        try copy.editManifest { $0.sets.removeAll { $0.spec.name == "d1" } }
        try expect(["pipeline", "card"], at: "manifest.json: ", second: ["pipeline"])
    }

    @Test func `A card that offers held-out rows for training is found, in a manifest that agrees`() throws {
        try copy.edit("README.md") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            bytes = Array(text.replacing("\"data/train-*.jsonl.gz\"", with: "\"data/heldout-*.jsonl.gz\"").utf8)
        }
        try copy.recordFile("README.md")
        try expect(["card"], at: "README.md: ")
    }

    @Test mutating func `A certificate in another form is found, in a manifest that agrees`() throws {
        try copy.edit("certificate.json") { $0.insert(UInt8(ascii: " "), at: 1) }
        try copy.recordFile("certificate.json")
        try copy.renameByDigest()
        try expect(["canonical-json"], at: "certificate.json: ")
    }

    @Test(arguments: [("certificate.json", ["missing-file", "digest"]), ("pipeline.yaml", ["missing-file"])])
    func `A document that is gone is found`(path: String, rules: [String]) throws {
        try RealFileSystem().remove(copy(path))
        try expect(Set(rules), at: "\(path): ")
    }

    @Test func `A manifest that is no JSON is found`() throws {
        try copy.edit(Manifest.path) { $0.removeLast(10) }
        try expect(["manifest"], at: "manifest.json: ")
    }

    @Test func `A folder that is a link is found`() throws {
        try RealFileSystem().rename(copy("data"), to: output("elsewhere"))
        try RealFileSystem().makeSymbolicLink(copy("data"), to: output("elsewhere"))
        try expect(["symbolic-link", "missing-shard", "digest"], at: "data: ", orMore: true)
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
