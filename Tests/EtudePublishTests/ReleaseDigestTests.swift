import EtudeCore
import EtudePublish
import Testing

struct ReleaseDigestTests {
    @Test func `The digest of two files is the documented one`() {
        let hashes = ["b": SHA256.digest(of: "b").hex, "a": SHA256.digest(of: "").hex]
        #expect(ReleaseDigest.of(hashes).hex == "13d5e2b47d132197b3ac0e4a903883cbd0b6635150fc071e01b22e0af88f4b46")
    }

    @Test func `It is SHA-256 over a line for each path and one for its hash`() {
        #expect(ReleaseDigest.of(["é": "1", "z": "2"]) == SHA256.digest(of: "z\n2\né\n1\n"))
    }

    @Test func `Rows, drafts, sets and what they follow from are digested, and nothing with times`() {
        var manifest = PublishFixture.manifest(release: 1)
        func shard(_ path: String) -> ShardRecord {
            ShardRecord(
                path: path,
                split: "",
                k: 0,
                rows: 1,
                bytes: 1,
                uncompressedBytes: 1,
                sha256: "gz",
                uncompressedSHA256: path
            )
        }
        manifest.shards = [shard("data/s")]
        manifest.rejected = [shard("rejected/r")]
        manifest.sets = [
            SetRecord(spec: SetSpec(name: "t", split: "s", k: [1], rows: 1), rows: 1, shards: [shard("sets/t")])
        ]
        let digested = ["certificate.json", "pipeline.yaml", "catalog.jsonl", "templates/a/b.mustache"]
        let others = ["README.md", "report.html", "ledger.json"]
        manifest.files = (digested + others).map { FileRecord(path: $0, bytes: 1, sha256: $0) }
        let hashed = digested + ["data/s", "rejected/r", "sets/t"]
        #expect(ReleaseDigest.of(manifest) == ReleaseDigest.of(Dictionary(uniqueKeysWithValues: zip(hashed, hashed))))
    }

    @Test(arguments: [(1, "0001-abcdefabcdef"), (12345, "12345-abcdefabcdef")])
    func `A folder is named by number and digest`(number: Int, name: String) {
        #expect(ReleaseDigest.folder(number: number, digest: "abcdefabcdef0123") == name)
    }
}
