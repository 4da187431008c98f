import EtudeCore
import EtudePublish
import Testing

struct RecordTests {
    @Test(arguments: [PublishFixture.near, PublishFixture.refused])
    func `A rejected draft comes back as it was, with every key and no null`(_ record: RejectedRecord) throws {
        var writer = JSONWriter()
        record.write(to: &writer)
        let json = try JSONParser.parse(writer.bytes)
        #expect(try RejectedRecord(json: json) == record)
        let keys = [
            "id", "split", "k", "skills", "topic", "attempt", "plan_index", "reason", "detail", "near", "text",
            "explanation", "messages", "marks", "teacher", "seed",
        ]
        #expect(json.members?.map(\.key) == keys)
        #expect(json.members?.contains { $0.value == .null } == false)
        #expect(Array(json.canonicalText.utf8) == writer.bytes)
    }

    @Test func `A rejected draft with a key too many is refused`() throws {
        var writer = JSONWriter()
        PublishFixture.near.write(to: &writer)
        let members = try #require(try JSONParser.parse(writer.bytes).members)
        #expect(throws: EtudeError.self) { try RejectedRecord(json: .object(members + [JSONMember("x", 1)])) }
    }

    @Test func `A manifest comes back as it was`() throws {
        var manifest = PublishFixture.manifest(release: 3)
        manifest.digest = "ab"
        let shard = ShardRecord(
            path: "data/train-00000-of-00001.jsonl.gz",
            split: "train",
            k: 1,
            rows: 3,
            bytes: 100,
            uncompressedBytes: 400,
            sha256: "cd",
            uncompressedSHA256: "ef"
        )
        manifest.shards = [shard]
        manifest.rejected = [shard]
        manifest.sets = [
            SetRecord(spec: SetSpec(name: "d1", split: "train", k: [1]), rows: 3),
            SetRecord(spec: SetSpec(name: "few", split: "train", k: [1], rows: 2), rows: 2, shards: [shard]),
        ]
        manifest.files = [FileRecord(path: "pipeline.yaml", content: [1, 2, 3])]
        #expect(try Manifest(json: try JSONParser.parse(manifest.bytes)) == manifest)
    }

    @Test func `A manifest of another version is refused with a sentence`() throws {
        let json = try JSONParser.parse(PublishFixture.manifest(release: 1).bytes)
        let members = try #require(json.members).map { $0.key == "version" ? JSONMember("version", 2) : $0 }
        let error = #expect(throws: EtudeError.self) { try Manifest(json: .object(members)) }
        #expect(error?.message == "The manifest has version 2; this program reads version 1.")
    }

    @Test func `Books balance when every candidate has one end`() {
        var books = PublishFixture.manifest(release: 1).books[0]
        #expect(books.balance)
        books.surplus = 1
        #expect(!books.balance)
    }

    @Test func `Every kind of document comes back from its indented text`() throws {
        let manifest = PublishFixture.manifest(release: 1)
        let text = String(decoding: manifest.bytes, as: UTF8.self)
        #expect(
            text.contains("\n  \"counts\": [\n    {\"split\": \"train\", \"k\": 1, \"asked\": 3, \"accepted\": 3},\n")
        )
        #expect(text.hasSuffix("\n  \"files\": []\n}\n"))
    }
}
