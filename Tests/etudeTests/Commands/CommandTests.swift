import EtudeCore
import Foundation
import Testing

@Suite struct CommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `A pipeline from init can be planned, run, and run again`() throws {
        let written = try Tool.run(["init"], in: folder)
        #expect(written.code == 0)
        #expect(try folder.entries == ["pipeline.yaml"])

        let planned = try Tool.run(["plan", "pipeline.yaml"], in: folder)
        #expect(planned.code == 0, "\(planned.stderr)")
        #expect(planned.stdout.hasPrefix("my-skills, plan "))
        #expect(try folder.entries == ["pipeline.yaml"])

        let smaller = [
            "--set", "splits.train.k={1: 2, 2: 4}", "--set", "splits.validation.k={2: 2}", "--set",
            "splits.heldout_skills.k={2: 2}", "--set", "splits.evaluation.k={2: 2}",
        ]
        let made = try Tool.run(["run", "pipeline.yaml"] + smaller, in: folder)
        #expect(made.code == 0, "\(made.stderr)")
        #expect(made.stdout.isEmpty)
        #expect(made.stderr.contains("Release: Output/my-skills/releases/0001-"))
        let after = try folder.entries
        #expect(!after.contains { $0.contains(".partial") || $0.contains(".building") || $0.contains("next") })

        let again = try Tool.run(["run", "pipeline.yaml"] + smaller, in: folder)
        #expect(again.code == 0)
        #expect(again.stderr.contains("This plan has been run before; its release was verified again."))
        #expect(try folder.entries.filter { $0.contains("releases/0") } == after.filter { $0.contains("releases/0") })

        let quiet = try Tool.run(["run", "pipeline.yaml", "--quiet"] + smaller, in: folder)
        #expect(quiet.code == 0)
        #expect((quiet.stdout + quiet.stderr).isEmpty)

        let status = try Tool.run(["status", "pipeline.yaml"], in: folder)
        #expect(status.code == 0)
        #expect(status.stdout.contains("Release 1: 12 of 12 rows"))

        let verified = try Tool.run(["verify", "Output/my-skills/current"], in: folder)
        #expect(verified.code == 0, "\(verified.stderr)")
        #expect(status.stdout.contains("digest \(verified.stdout.prefix(64))"))
    }

    @Test func `Plan, run, preview and status print JSON that parses`() throws {
        let small = ["demo.yaml", "--format", "json"]
        try folder.write(
            BadInput.pipeline.replacing("catalog: { skills: skills.yaml, topics: topics.txt }\n", with: ""),
            to: "demo.yaml"
        )
        for command in [["plan"], ["preview", "-n", "1"], ["run"], ["status"]] {
            let output = try Tool.run(command + small, in: folder)
            #expect(output.code == 0, "\(output.stderr)")
            #expect(output.stdout.hasSuffix("}\n"))
            #expect(try JSONParser.parse(String(output.stdout.dropLast())).members?.isEmpty == false)
        }
    }

    @Test func `A preview shows as many candidates as were asked for and publishes nothing`() throws {
        let output = try Tool.run(
            ["preview", "\(Tool.project)/Pipelines/quickstart.yaml", "-n", "2", "--set", "output.directory=out"],
            in: folder
        )
        #expect(output.code == 0, "\(output.stderr)")
        #expect(output.stdout.split(separator: "\n").count { $0.hasPrefix("→ ") } == 2)
        #expect(Set(try folder.entries).isSubset(of: ["out", "out/lock", "out/journal.sqlite"]))
    }

    @Test func `Status tells of a folder where nothing is yet, and makes none`() throws {
        let output = try Tool.run(["status", "\(Tool.project)/Pipelines/quickstart.yaml"], in: folder)
        #expect(output.code == 0)
        #expect(output.stdout.contains("Nothing is published yet."))
        #expect(try folder.entries.isEmpty)
    }

    @Test func `The shipped catalog has nothing wrong`() throws {
        let output = try Tool.run(["catalog", "lint"], in: folder)
        #expect(output.code == 0)
        #expect(output.stdout.isEmpty)
        #expect(output.stderr.hasSuffix(": 0 errors, 0 warnings, 0 notes.\n"))
    }

    @Test func `A faulty catalog is listed entry by entry`() throws {
        try folder.write(BadInput.entries("irony", "irony"), to: "skills.yaml")
        let output = try Tool.run(["catalog", "lint", "--skills", "skills.yaml"], in: folder)
        #expect(output.code == 65)
        #expect(output.stdout.contains("skills.yaml:5: error: The skill id \"irony\" stands already at skills.yaml:1"))
        #expect(output.stdout.contains("[duplicate-id]"))
    }

    @Test func `The catalog is listed as JSON, an entry a line`() throws {
        let output = try Tool.run(["catalog", "list", "--format", "json"], in: folder)
        #expect(output.code == 0)
        let entries = try output.stdout.split(separator: "\n").map { try JSONParser.parse(String($0)) }
        #expect(entries.count { $0["kind"] == "skill" } > 100)
        #expect(entries.count { $0["kind"] == "topic" } > 100)
        #expect(entries.allSatisfy { $0["id"]?.string?.isEmpty == false })
    }

    @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: "\(Tool.project)/Pipelines").sorted())
    func `Every pipeline that is shipped can be planned`(name: String) throws {
        guard name.hasSuffix(".yaml") else { return }
        let output = try Tool.run(["plan", "\(Tool.project)/Pipelines/\(name)"], in: folder)
        #expect(output.code == 0, "\(output.stderr)")
        #expect(output.stdout.contains(", plan "))
        #expect(try folder.entries.isEmpty)
    }
}
