import EtudeCore
import EtudeFlow
import EtudeTesting
import Foundation
import Synchronization
import Testing

@testable import EtudePipeline

/// Texts judged by models behind a server.
@Suite struct TextJudgingLoopbackTests {
    private static let skills = ["metaphor", "simile", "hyperbole"]

    private static func texts(_ count: Int) -> String {
        (0..<count).map { number in
            let flaw = number % 3 == 0 ? " \(PureAnswers.flaw)" : ""
            return """
                {"id":"\(number)","text":"A sail is a wing\(flaw).","skills":["\(skills[number % 2])","\(skills[2])"],\
                "topic":"sewing"}

                """
        }.joined()
    }

    private static func plan(_ workspace: PipelineWorkspace, _ more: String...) throws -> PipelinePlan {
        let panel = ["judge.panel=[judge, teacher]", "judge.rounds=2"]
        return try .resolve(try .read(file: workspace.pipeline, overrides: panel + more))
    }

    private static func judge(_ plan: PipelinePlan, _ workspace: PipelineWorkspace, offline: Bool = false) async throws
        -> (
            summary: JudgingSummary, bytes: String
        )
    {
        let judging = TextJudging(plan: plan, mapping: FieldMapping(), isOffline: offline)
        let output = "\(workspace.folder)/out.jsonl"
        let summary = try await judging.judge("\(workspace.folder)/in.jsonl", to: output)
        return (summary, try String(contentsOfFile: output, encoding: .utf8))
    }

    @Test func `Every judge marks in every round, equal texts are asked about once, and nothing is paid for twice`()
        async throws
    {
        try await LoopbackChatServer.run(answering: PureAnswers().reply) { server, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            try workspace.write(Self.texts(24), to: "in.jsonl")
            let plan = try Self.plan(workspace)
            let first = try await Self.judge(plan, workspace)
            #expect(first.summary.lines == 24)
            #expect(first.summary.accepted == 16)
            #expect(first.summary.exitCode == nil)
            let ids = try first.bytes.split(separator: "\n").map { try JSONParser.parse(String($0))["id"]?.string }
            #expect(ids == (0..<24).map { "\($0)" })
            // Two pairs of skills, each with the flaw and without, two judges, two rounds.
            #expect(await server.requests.count == 4 * 2 * 2)

            let second = try await Self.judge(plan, workspace, offline: true)
            #expect(second.bytes == first.bytes)
            #expect(await server.requests.count == 16)
        }
    }

    @Test func `A text for which nobody answers keeps its place, and the same command asks again`() async throws {
        try await LoopbackChatServer.run(answering: PureAnswers().reply) { server, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            try workspace.write(Self.texts(2), to: "in.jsonl")
            let plan = try Self.plan(workspace)
            let offline = try await Self.judge(plan, workspace, offline: true)
            #expect(offline.summary.unanswered == 2)
            #expect(offline.summary.exitCode == .unavailable)
            let replies = try offline.bytes.split(separator: "\n").map { try JSONParser.parse(String($0)) }
            #expect(replies.map { $0["id"]?.string } == ["0", "1"])
            #expect(replies.allSatisfy { $0["error"]?.string?.contains("no answer") == true && $0["score"] == nil })
            #expect(await server.requests.isEmpty)
            #expect(try await Self.judge(plan, workspace).summary.exitCode == nil)
            #expect(await server.requests.count == 8)
        }
    }

    @Test func `A server that refuses ends the command, and no output is written`() async throws {
        try await LoopbackChatServer.run { _, _ in
            ServerReply(status: 401, body: #"{"error":{"message":"Wrong key.","code":"invalid_api_key"}}"#)
        } _: { _, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            try workspace.write(Self.texts(5), to: "in.jsonl")
            let plan = try Self.plan(workspace)
            let error = await #expect(throws: EtudeError.self) { _ = try await Self.judge(plan, workspace) }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("Wrong key.") == true)
            let left = try FileManager.default.contentsOfDirectory(atPath: workspace.folder)
            #expect(Set(left) == ["pipeline.yaml", "in.jsonl", "output"])
        }
    }

    @Test func `A stop writes no output and loses no answer`() async throws {
        let stop = Stop()
        try await LoopbackChatServer.run { request, number in
            if number == 5 { stop.gate.withLock { $0 }?.close(.interrupted) }
            return PureAnswers().reply(to: request, number: number)
        } _: { server, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            try workspace.write(Self.texts(24), to: "in.jsonl")
            let plan = try Self.plan(workspace)
            let judging = TextJudging(plan: plan, mapping: FieldMapping(), isOffline: false)
            stop.gate.withLock { $0 = judging.gate }
            let error = await #expect(throws: EtudeError.self) {
                _ = try await judging.judge("\(workspace.folder)/in.jsonl", to: "\(workspace.folder)/out.jsonl")
            }
            #expect(error?.code == .interrupted)
            let left = try FileManager.default.contentsOfDirectory(atPath: workspace.folder)
            #expect(!left.contains { $0.contains("out.jsonl") })
            let before = await server.requests.count
            #expect((6..<16).contains(before))
            #expect(try await Self.judge(plan, workspace).summary.accepted == 16)
            let log = RequestLog(await server.requests)
            #expect(log.total == 16)
            #expect(log.repeated == 0)
        }
    }

    /// A gate that is known only after the server that closes it.
    private final class Stop: Sendable {
        let gate = Mutex<StopGate?>(nil)
    }
}
