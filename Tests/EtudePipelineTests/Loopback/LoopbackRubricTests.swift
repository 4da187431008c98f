import EtudeCore
import EtudePublish
import EtudeSample
import EtudeStore
import EtudeTesting
import Foundation
import Testing

@testable import EtudePipeline

/// Rubric and panel of a run, changed by the user.
@Suite struct LoopbackRubricTests {
    private static let rubrics = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Templates/rubrics/skill-mix").path

    /// A copy of the shipped rubric with a criterion of its own.
    private static func writeRubric(to workspace: PipelineWorkspace) throws {
        try FileManager.default.copyItem(atPath: rubrics, toPath: "\(workspace.folder)/mine")
        let file = "\(workspace.folder)/mine/en/rubric.yaml"
        let own = "criteria:\n  - { id: register, label: \"Is written in a formal register\" }\n"
        let text = try String(contentsOfFile: file, encoding: .utf8).replacing("criteria:\n", with: own)
        try workspace.write(text, to: "mine/en/rubric.yaml")
    }

    private static func pipeline(_ baseURL: String, judge: String) -> SmallPipeline {
        var pipeline = SmallPipeline(.server(baseURL))
        pipeline.topLevel = "judge: { panel: [judge], \(judge) }"
        return pipeline
    }

    /// The bodies of the requests to the teacher.
    private static func writing(_ requests: some Sequence<ReceivedRequest>) -> [JSONValue] {
        requests.map(\.body).filter { $0["response_format"] == nil }
    }

    @Test func `another rubric or panel asks the teacher for nothing that it has answered`() async throws {
        try await LoopbackChatServer.run(answering: PureAnswers().reply) { server, baseURL in
            let workspace = try PipelineWorkspace(Self.pipeline(baseURL, judge: "rounds: 1"))
            try Self.writeRubric(to: workspace)
            #expect(try await workspace.run().ending == .complete)
            var seen = await server.requests.count
            let answered = Set(Self.writing(await server.requests))
            #expect(answered.count > 30)
            for judge in ["rounds: 3", "rounds: 1, accept: all-skills", "rounds: 1, rubric: ./mine"] {
                try workspace.write(Self.pipeline(baseURL, judge: judge))
                #expect(try await workspace.run().ending == .complete)
                let requests = await server.requests
                let asked = Self.writing(requests[seen...])
                #expect(asked.count { answered.contains($0) } == 0, "\(judge)")
                #expect(asked.count < answered.count / 2, "\(judge)")
                #expect(requests.count > seen || judge.contains("accept"), "\(judge)")
                seen = requests.count
            }
            #expect(RequestLog(await server.requests).repeated == 0)
        }
    }

    @Test func `a criterion of one's own goes from the rubric's file to rows that verify`() async throws {
        try await LoopbackChatServer.run(answering: PureAnswers().reply) { server, baseURL in
            let judge = "rounds: 1, rubric: ./mine, accept: skills == k and topic and register"
            let workspace = try PipelineWorkspace(Self.pipeline(baseURL, judge: judge))
            try Self.writeRubric(to: workspace)
            let report = try await workspace.run()
            #expect(report.ending == .complete)
            let release = try ReleaseReader("\(workspace.output)/current")
            #expect(try ReleaseVerifier.verify(release.folder).isClean)
            var names: Set<[String]> = []
            try release.rows(of: try release.manifest().shards) { row, _, _ in
                if !row.text.isEmpty {
                    names.insert(row.marks.map(\.criterion.name).filter { !$0.hasPrefix("skill:") })
                }
            }
            #expect(names == [["register", "topic", "sense", "sentence-limit"]])
            let kept = try String(
                contentsOfFile: "\(release.folder)/templates/rubric/en/rubric.yaml",
                encoding: .utf8
            )
            #expect(kept.contains("Is written in a formal register"))
            let asked = await server.requests.filter { $0.body["response_format"] != nil }
            #expect(asked.allSatisfy { $0.body.canonicalText.contains(". register: Is written in a formal register") })
        }
    }

    @Test func `the rubric's words are a part of the plan`() throws {
        let workspace = try PipelineWorkspace(Self.pipeline("http://127.0.0.1:9/v1", judge: "rubric: ./mine"))
        try Self.writeRubric(to: workspace)
        func hash() throws -> String { try PipelinePlan.resolve(.read(file: workspace.pipeline)).hash }
        let before = try hash()
        let file = "\(workspace.folder)/mine/en/rubric.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try workspace.write(text.replacing("formal register", with: "plain register"), to: "mine/en/rubric.yaml")
        #expect(try hash() != before)
        try workspace.write(text, to: "mine/en/rubric.yaml")
        #expect(try hash() == before)
    }

    @Test(arguments: [
        ("rounds: 1, accept: topic and sence", "judge.accept", "did you mean `sense`?"),
        ("rounds: 1, accept: skills > k", "judge.accept", "refuses every verdict on 2 skills"),
        ("rounds: 1, accept: points >= 0", "judge.accept", "accepts every verdict on 2 skills"),
        ("rounds: 1, accept: skills >=", "judge.accept", "at character 10"),
    ])
    func `an accept rule that cannot be is refused at its key`(judge: String, key: String, words: String) throws {
        let workspace = try PipelineWorkspace(Self.pipeline("http://127.0.0.1:9/v1", judge: judge))
        let error = #expect(throws: EtudeError.self) { try PipelinePlan.resolve(.read(file: workspace.pipeline)) }
        #expect(error?.code == .config && error?.place?.key == key)
        #expect(error?.message.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func `the built-in judge is not asked for a criterion that it cannot know`() throws {
        var pipeline = SmallPipeline(.builtIn)
        pipeline.topLevel = "judge: { panel: [judge], rubric: ./mine }"
        let workspace = try PipelineWorkspace(pipeline)
        try Self.writeRubric(to: workspace)
        let error = #expect(throws: EtudeError.self) { try PipelinePlan.resolve(.read(file: workspace.pipeline)) }
        #expect(error?.code == .config && error?.message.contains("`register`") == true)
    }

    @Test func `a criterion that names what is held out is refused like a template that does`() throws {
        let workspace = try PipelineWorkspace(Self.pipeline("http://127.0.0.1:9/v1", judge: "rubric: ./mine"))
        try Self.writeRubric(to: workspace)
        let plan = try PipelinePlan.resolve(.read(file: workspace.pipeline))
        let heldOut = try #require(plan.division.heldOutSkills.first.flatMap(plan.catalog.skill))
        let file = "\(workspace.folder)/mine/en/rubric.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try workspace.write(text.replacing("a formal register", with: heldOut.name), to: "mine/en/rubric.yaml")
        let error = #expect(throws: EtudeError.self) { try PipelinePlan.resolve(.read(file: workspace.pipeline)) }
        #expect(error?.code == .config && error?.message.contains(heldOut.name) == true, "\(error?.description ?? "")")
    }
}
