import EtudeCore
import EtudePublish
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct AuditFileTests {
    private static func line(_ id: String, _ correct: String..., release: Int = 1, accept: String = "full-marks")
        -> String
    {
        let marks = zip(["skill:metaphor", "topic", "sense", "sentence-limit"], correct).map { criterion, correct in
            #"{"criterion":"\#(criterion)","mark":"pass","correct":\#(correct)}"#
        }
        return """
            {"audit":{"dataset":"d","release":\(release),"digest":"ff","accept":"\(accept)"},"id":"\(id)","note":"mine",\
            "text":"A text.","marks":[\(marks.joined(separator: ","))]}

            """
    }

    private static func read(_ text: String) throws -> AuditFile {
        let workspace = try PipelineWorkspace()
        try workspace.write(text, to: "audit.jsonl")
        return try AuditFile("\(workspace.folder)/audit.jsonl")
    }

    @Test func `Rows count as right where all marks are, and as unlabelled while one is open`() throws {
        let audit = try Self.read(
            Self.line("a", "true", "true", "true", "true") + Self.line("b", "true", "false", "true", "true")
                + "\n" + Self.line("c", "true", "null", "true", "true") + Self.line("d", "null", "null", "null", "null")
                + Self.line("e", "true", "true", "true", "true") + Self.line("a", "true", "true", "true", "true")
        )
        #expect(audit.right == BinomialSample(successes: 2, trials: 3))
        #expect(audit.unlabelled == 2)
        #expect(audit.release.digest == "ff")
    }

    @Test func `A row labelled in one of two places is labelled`() throws {
        let open = Self.line("a", "null", "true", "true", "true")
        let right = Self.line("a", "true", "true", "true", "true")
        for text in [open + right, right + open] {
            let audit = try Self.read(text)
            #expect(audit.right == BinomialSample(successes: 1, trials: 1))
            #expect(audit.unlabelled == 0)
        }
    }

    @Test(arguments: [
        (line("a", "true", "true", "true", "true") + line("a", "true", "true", "false", "true"), ":2", "at line 1"),
        (line("a", "true") + line("b", "true", release: 2), ":2", "another release"),
        (line("a", "1"), ":1", "true, false or null"),
        (line("a", "true", accept: "half"), ":1", "`half` is no criterion"),
        ("{\"id\":\"a\"}\n", ":1", "\"audit\" is missing"), ("no\n", ":1", "not JSON"), ("\n", "", "holds no row"),
    ])
    func `What contradicts itself or is no audit is refused with its line`(text: String, place: String, words: String)
        throws
    {
        let error = #expect(throws: EtudeError.self) { _ = try Self.read(text) }
        #expect(error?.code == .data)
        #expect(error?.description.contains("audit.jsonl\(place): ") == true, "\(error.map(\.description) ?? "")")
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func `A file that is missing is wrong configuration`() throws {
        let error = #expect(throws: EtudeError.self) { _ = try AuditFile("/nowhere/audit.jsonl") }
        #expect(error?.code == .config)
    }

    @Test func `An audit of another dataset is not this pipeline's`() throws {
        let workspace = try PipelineWorkspace()
        try workspace.write(Self.line("a", "true", "true", "true", "true"), to: "audit.jsonl")
        let settings = ["judge.audit=\(workspace.folder)/audit.jsonl"]
        let error = #expect(throws: EtudeError.self) {
            _ = try StarterPipeline.spec(overrides: settings).audit()
        }
        #expect(error?.code == .config)
        #expect(error?.place?.key == "judge.audit")
        let record = try #require(try StarterPipeline.spec(overrides: settings + ["name=d"]).audit())
        #expect(record.precision == BinomialSample(successes: 1, trials: 1))
        #expect(record.digest == "ff")
    }
}
