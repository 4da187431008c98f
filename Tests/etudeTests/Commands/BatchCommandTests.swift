import EtudeCore
import EtudeTesting
import Testing

@Suite struct BatchCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(SmallPipeline(.server("http://127.0.0.1:9/v1")).text(output: "out"), to: "demo.yaml")
    }

    private func write(stage: String, batch: String) throws {
        let state: JSONValue = [
            "version": 1, "number": 1, "block": "teacher", "model": "openai/teacher",
            "service": "openai http://127.0.0.1:9/v1", "run": "small", "requests": 0,
            "requests_sha256": "d", "intended_at": 1_800_000_000, "stage": .string(stage), "file": "file-1",
            "batch": .string(batch), "confirmed": true, "foreign": [],
            "books": ["answered": 2, "failed": 0, "again": 1, "unknown": 0, "duplicate": 0], "note": "it is expired.",
        ]
        try folder.write(state.canonicalText + "\n", to: "out/batches/0001.json")
        if stage != "collected" { try folder.write("", to: "out/batches/0001.jsonl") }
    }

    @Test(arguments: ["list", "cancel"])
    func `Where nothing was sent, nothing is made`(command: String) throws {
        let output = try Tool.run(["batch", command, "demo.yaml"], in: folder)
        #expect(output.code == 0, "\(output.stderr)")
        #expect(output.stdout.isEmpty)
        #expect(output.stderr.contains("small has "))
        #expect(try folder.entries == ["demo.yaml"])
    }

    @Test func `A collected batch is listed without asking anybody`() throws {
        try write(stage: "collected", batch: "batch_1")
        let text = try Tool.run(["batch", "list", "demo.yaml"], in: folder)
        #expect(text.code == 0, "\(text.stderr)")
        #expect(
            text.stdout
                == "Batch 1 (teacher, batch_1, 0 requests): 2 answered, 1 to be asked again; it is expired.\n"
        )
        let json = try Tool.run(["batch", "list", "demo.yaml", "--format", "json"], in: folder)
        #expect(try JSONParser.parse(json.stdout)["id"] == "batch_1")
        #expect(try JSONParser.parse(json.stdout)["open"] == false)
    }

    @Test func `An open batch whose provider is away is listed as far as it is known, and cannot be cancelled`() throws
    {
        try write(stage: "created", batch: "batch_1")
        let listed = try Tool.run(["batch", "list", "demo.yaml"], in: folder)
        #expect(listed.code == 0)
        #expect(listed.stdout.hasPrefix("Batch 1 (teacher, batch_1, 0 requests): sent (The connection failed"))
        let cancelled = try Tool.run(["batch", "cancel", "demo.yaml", "batch_1"], in: folder)
        #expect(cancelled.code == 69)
        let unknown = try Tool.run(["batch", "cancel", "demo.yaml", "batch_7"], in: folder)
        #expect(unknown.code == 64)
        #expect(unknown.stderr.contains("batch_7"))
    }

    @Test func `A damaged state is bad content with its file`() throws {
        try folder.write("{}", to: "out/batches/0001.json")
        let output = try Tool.run(["batch", "list", "demo.yaml"], in: folder)
        #expect(output.code == 65)
        #expect(output.stderr.contains("out/batches/0001.json"))
    }
}
