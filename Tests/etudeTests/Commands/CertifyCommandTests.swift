import EtudeCore
import EtudeStore
import Testing

@Suite struct CertifyCommandTests {
    private let folder: TemporaryFolder
    private let train = """
        {"id":"t1","skills":["irony"],"topic":"tea","messages":[{"role":"user","content":"Show irony."},\
        {"role":"assistant","content":"What a fine day to lose a kettle, said the man who had lost his last one."}]}
        {"id":"t2","skills":"simile","topic":"tea","messages":[{"role":"user","content":"Show a simile."},\
        {"role":"assistant","content":"Her words were like rain on a loom, quick and cold and never quite finished."}]}

        """
    private let heldOut = """
        {"id":"h1","skills":["modus ponens"],"topic":"rope","messages":[{"role":"user","content":"Show modus ponens."},\
        {"role":"assistant","content":"If it frays it breaks, and it frays, so mind your head under the beam."}]}

        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(train, to: "train.jsonl")
        try folder.write(heldOut, to: "held.jsonl")
    }

    private func certify(_ more: String..., heldOut: String = "held.jsonl", input: String? = nil) throws -> Tool.Output
    {
        let fields = ["--skills-field", "skills", "--text", "messages", "--id", "id", "--topic", "topic"]
        return try Tool.run(
            ["certify", "--train", "train.jsonl", "--held-out", heldOut] + fields + more,
            in: folder,
            input: input
        )
    }

    @Test func `Files that have nothing in common get a certificate and exit 0`() throws {
        let output = try certify()
        #expect(output.code == 0, "\(output.stderr)")
        #expect(
            output.stdout.hasPrefix(
                "Training: 2 rows, 2 skills, 0 pairs, 0 triples, 2 skill sets, 1 topics.\nHeld out: 1 rows"
            )
        )
        #expect(output.stdout.contains("- No skill is a label in both files. [skills]\n"))
        #expect(output.stdout.contains("\nNot claimed:\n- That a skill is named only by its label"))
    }

    @Test func `A shared skill, a name and a near text are found, from standard input too, and exit 65`() throws {
        let more = #"""
            {"id":"h2","skills":["Similes"],"topic":"tea","note":"No irony.","messages":[{"role":"user","content":"Show a simile."},\#
            {"role":"assistant","content":"Her words were like rain on a loom, quick and cold and never quite over."}]}
            """#
        let output = try certify("--format", "json", heldOut: "-", input: heldOut + more)
        #expect(output.code == 65)
        #expect(output.stderr == "Not disjoint: skills, names, texts.\n")
        let proved = try JSONParser.parse(output.stdout)["proved"]
        #expect(proved?["shared_skills"] == ["Similes"])
        #expect(proved?["splits"]?["held_out"]?["names_of_other_side"] == [["row": "h2", "name": "irony"]])
        #expect(proved?["near_duplicates"]?["pairs"]?.array?.first?["held_out"]?.string == "h2")
    }

    @Test func `What should be disjoint is a choice, and a report needs nothing to be`() throws {
        try folder.write(heldOut.replacing("rope", with: "tea"), to: "held.jsonl")
        #expect(try certify().code == 0)
        #expect(try certify("--disjoint", "topics", "skills").stderr == "Not disjoint: topics.\n")
        #expect(try certify("--disjoint", "topics", "--report-only").code == 0)
    }

    @Test func `A catalog knows aliases, and gzip is read`() throws {
        let row =
            #"{"id":"h","skills":["event schema"],"topic":"x","messages":"Nothing of the kind was ever said here."}"#
        var gzip = GzipWriter()
        let start = gzip.append(Array("\(row)\n".utf8))
        try RealFileSystem().write(start + gzip.finish().0, to: folder("held.jsonl.gz"))
        try folder.write(train.replacing("Show irony.", with: "Use script knowledge."), to: "train.jsonl")
        #expect(try certify(heldOut: "held.jsonl.gz").code == 0)
        let output = try certify("--catalog", "shipped", heldOut: "held.jsonl.gz")
        #expect(output.code == 65)
        #expect(output.stdout.contains("t1, which says \"script knowledge\". [names]"), "\(output.stdout)")
    }

    @Test(arguments: [
        (#"{"id":"a","topic":"b","messages":"c"}"#, "held.jsonl:1: The field \"skills\" is missing"),
        (#"{"id":"a","skills":[1],"topic":"b","messages":"c"}"#, "held.jsonl:1: The field \"skills\" is missing or no"),
        (#"{"id":"a","skills":["s"],"topic":"b"}"#, "held.jsonl:1: The field \"messages\" is missing"),
        ("[1]", "held.jsonl:1: The line is no JSON object"), ("{", "held.jsonl:1: The line is "),
    ])
    func `A line that will not do is named`(line: String, words: String) throws {
        try folder.write("\(line)\n", to: "held.jsonl")
        let output = try certify()
        #expect(output.code == 65)
        #expect(output.stderr.contains(words), "\(output.stderr)")
    }

    @Test func `Two files on standard input are refused`() throws {
        let output = try Tool.run(
            ["certify", "--train", "-", "--held-out", "-", "--skills-field", "s"],
            in: folder,
            input: ""
        )
        #expect(output.code == 64)
    }
}
