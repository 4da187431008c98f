import EtudeCore
import EtudeTesting
import Foundation
import Glibc
import Testing

/// Evaluations by the tool's binary, killed and stopped.
@Suite struct LoopbackEvaluationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static func workspace(_ baseURL: String) throws -> PipelineWorkspace {
        var pipeline = SmallPipeline(.server(baseURL))
        pipeline.topLevel =
            "evaluate: { students: [teacher], k: [2], settings: [train], combinations: 12, generations: 2, gradings: 2 }"
        return try PipelineWorkspace(pipeline)
    }

    /// The report and the records of a finished evaluation, out of its journal.
    private func printed(_ workspace: PipelineWorkspace, _ name: String) throws -> (report: String, records: String) {
        let output = try Tool.run(
            ["evaluate", workspace.pipeline, "--offline", "--progress", "none", "--records", folder(name)],
            in: folder
        )
        #expect(output.code == 0, "\(output.stderr)")
        return (output.stdout, try String(contentsOfFile: folder(name), encoding: .utf8))
    }

    @Test func `An evaluation that is killed and terminated prints the same bytes and pays for nothing twice`()
        async throws
    {
        let whole = CountedServer()
        let wanted = try await LoopbackChatServer.run(answering: whole.reply) { server, baseURL in
            let workspace = try Self.workspace(baseURL)
            #expect(try await ToolProcess("evaluate", running: workspace).end() == .exited(0))
            return (try printed(workspace, "whole.jsonl"), RequestLog(await server.requests))
        }
        let counted = CountedServer()
        try await LoopbackChatServer.run(answering: counted.reply) { server, baseURL in
            let workspace = try Self.workspace(baseURL)
            let killed = try ToolProcess("evaluate", running: workspace)
            await counted.arrivals(20)
            killed.signal(SIGKILL)
            #expect(await killed.end() == .killed(SIGKILL))
            let before = RequestLog(await server.requests)
            let terminated = try ToolProcess("evaluate", running: workspace)
            await counted.arrivals(15)
            terminated.signal(SIGTERM)
            #expect(await terminated.end() == .exited(143))
            #expect(try terminated.said().contains("the same command goes on from here"))
            let finished = try ToolProcess("evaluate", running: workspace, "--progress", "json")
            #expect(await finished.end() == .exited(0))
            let log = RequestLog(await server.requests)
            #expect(log.bodies == wanted.1.bodies)
            #expect(log.repeated <= before.total, "Only what was in flight when it was killed.")
            #expect(log.repeated <= 8)
            let (report, records) = try printed(workspace, "resumed.jsonl")
            #expect(report == wanted.0.report)
            #expect(records == wanted.0.records)
        }
    }

    @Test func `What the evaluation writes is what score reads`() async throws {
        let pipeline = "\(Tool.project)/Pipelines/quickstart.yaml"
        let settings = [
            "--students", "teacher", "--k", "2,3", "--combinations", "4", "--gradings", "2", "--settings", "any",
        ]
        let run = try Tool.run(
            ["evaluate", pipeline] + settings + ["--format", "json", "-o", folder("texts.jsonl")],
            in: folder
        )
        #expect(run.code == 0, "\(run.stderr)")
        let evaluated = try JSONParser.parse(run.stdout)
        let cells = try #require(evaluated["cells"]?.array)
        #expect(cells.map { $0["k"]?.int } == [2, 3])
        #expect(cells.allSatisfy { $0["ratio_of_full_marks"]?["mean"] != nil })
        #expect(cells.allSatisfy { $0["combinations"] == 4 && $0["generations"] == 3 && $0["gradings"] == 2 })
        let warnings = evaluated["warnings"]?.array?.compactMap(\.string) ?? []
        #expect(warnings.contains { $0.hasPrefix("judge sat in the panel") })
        let score = try Tool.run(["evaluate", "score", folder("texts.jsonl"), "--format", "json"], in: folder)
        #expect(score.code == 0, "\(score.stderr)")
        #expect(try JSONParser.parse(score.stdout)["cells"] == evaluated["cells"])
        #expect(try folder.entries.filter { $0.hasPrefix("Output") }.isEmpty, "What costs nothing is not journaled.")
    }

    @Test(arguments: [
        (["--students", "pupil"], 78, "evaluate.students"), (["--k", "2,x"], 78, "evaluate.k"),
        (["--split", "evaluation"], 64, "--release"), (["--grace=-1"], 64, "--grace"),
        (["--release", "nowhere"], 74, "nowhere"), (["--protocol", "papers"], 78, "did you mean `paper`"),
    ])
    func `A wrong option is one sentence and its exit code`(options: [String], code: Int32, words: String) throws {
        let pipeline = "\(Tool.project)/Pipelines/quickstart.yaml"
        let arguments =
            ["evaluate", pipeline] + (options[0] == "--students" ? [] : ["--students", "teacher"]) + options
        let output = try Tool.run(arguments, in: folder)
        #expect(output.code == code)
        #expect(output.complaints.count == 1)
        #expect(output.stderr.contains(words))
        #expect(output.stdout.isEmpty)
    }
}
