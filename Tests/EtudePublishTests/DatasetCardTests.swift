import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

struct DatasetCardTests {
    private func manifest() throws -> Manifest {
        let files = InMemoryFileSystem()
        _ = try PublishFixture.publish(in: files, spools: try SpoolFolder())
        return try ReleaseReader("out/current", in: files).manifest()
    }

    private func card(_ manifest: Manifest, language: String = "en") -> String {
        DatasetCard(manifest: manifest, certificate: PublishFixture.certificate, language: language).text
    }

    @Test func `The card of the small release is the recorded one`() throws {
        var manifest = try manifest()
        manifest.digest = "0123"
        #expect(card(manifest) == DatasetCardGolden.text)
    }

    @Test func `Names and languages that mean something in YAML stay texts`() throws {
        var manifest = try manifest()
        manifest.name = "no: \"yes\"\n- |"
        let text = card(manifest, language: "no")
        #expect(text.contains("language:\n- \"no\"\n"))
        #expect(text.contains("pretty_name: \"no: \\\"yes\\\"\\n- |\"\n"))
        #expect(text.contains("\n# no: \"yes\" - \\|\n"))
    }

    @Test func `Only texts of a built-in teacher carry the warning`() throws {
        var manifest = try manifest()
        #expect(card(manifest).contains("for trying out the program, not for training"))
        manifest.models[0] = ModelRecord(role: .teacher, name: "openai/some_model", isBuiltIn: false)
        #expect(!card(manifest).contains("for trying out the program"))
        #expect(card(manifest).contains("- teacher: openai/some\\_model"))
    }

    @Test func `A short release says so`() throws {
        var manifest = try manifest()
        #expect(!card(manifest).contains("This release is not complete"))
        manifest.isComplete = false
        #expect(card(manifest).contains("This release is not complete"))
    }

    @Test func `Sets without rows are left out`() throws {
        var manifest = try manifest()
        manifest.sets = [SetRecord(spec: SetSpec(name: "d9", split: "train", k: [9]), rows: 0)]
        #expect(!card(manifest).contains("config_name: \"d9\""))
    }

    @Test(arguments: [
        (0, "n<1K"), (999, "n<1K"), (1000, "1K<n<10K"), (9999, "1K<n<10K"), (10_000, "10K<n<100K"),
        (1_000_000, "1M<n<10M"), (2_000_000_000, "1B<n<10B"),
    ])
    func `The size has the hub's name`(rows: Int, name: String) throws {
        var manifest = try manifest()
        manifest.shards = [
            ShardRecord(
                path: "data/train-00000-of-00001.jsonl.gz",
                split: "train",
                k: 1,
                rows: rows,
                bytes: 1,
                uncompressedBytes: 1,
                sha256: "",
                uncompressedSHA256: ""
            )
        ]
        #expect(card(manifest).contains("size_categories:\n- \(name)\n"))
    }
}
