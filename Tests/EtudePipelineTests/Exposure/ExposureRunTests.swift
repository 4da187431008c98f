import EtudeCore
import EtudePublish
import EtudeTesting
import Foundation
import Testing

@testable import EtudePipeline

/// Whole runs whose training rows are audited for held-out skills.
@Suite(.timeLimit(.minutes(5))) struct ExposureRunTests {
    /// The training rows of each k; `ETUDE_EXPOSURE_ROWS` sets another number.
    private static let rows = ProcessInfo.processInfo.environment["ETUDE_EXPOSURE_ROWS"].flatMap(Int.init) ?? 100

    /// A run of a teacher that plants a held-out skill into 5% of its training texts.
    private static func planted(
        _ exposure: String,
        _ check: @Sendable (ExposureWorkspace, RunReport, PlantingTeacher) throws -> Void
    ) async throws {
        let teacher = try PlantingTeacher(heldOut: ExposureWorkspace.heldOut, share: 0.05)
        try await LoopbackChatServer.run(answering: teacher.reply) { _, baseURL in
            let block = "provider: openai, model: teacher, base_url: \"\(baseURL)\", limits: { concurrency: 8 }"
            let exposed = try ExposureWorkspace(exposure, rows: rows, teacher: block)
            let report = try await exposed.workspace.run()
            #expect(report.ending == .complete)
            try check(exposed, report, teacher)
        }
    }

    @Test func `the interval of the audit holds the 5% of rows that show an unlabelled held-out skill`() async throws {
        try await Self.planted("{ mode: report, sample: 100000 }") { exposed, report, teacher in
            let texts = try exposed.trainingTexts()
            let shown = texts.count { teacher.planted.contains($0) }
            let measured = try exposed.measured()
            let all = try #require(measured["all"])
            let share = try #require(all["share"])
            let interval = ConfidenceInterval(
                lower: try #require(share["lower"]?.double),
                upper: try #require(share["upper"]?.double)
            )
            print("exposure: \(shown) of \(texts.count) rows planted; \(report.notes.last ?? "")")
            #expect(shown > 0)
            #expect(interval.contains(0.05))
            #expect(interval.contains(Double(shown) / Double(texts.count)))
            #expect(interval.upper < 0.15, "It says something.")
            #expect(all["audited"]?.int == texts.count)
            #expect(all["shown"]?.int == shown, "The built-in judge finds what the built-in clauses show.")
            #expect(measured["probes"]?["texts"] == 24)
            #expect(measured["probes"]?["labels"] == 60)
            #expect(measured["probes"]?["found"] == 60)
            #expect(report.notes.last == ExposureStatement(measured).sentences.first)
            let bySkill = (measured["by_skill"]?.array ?? []).compactMap { $0["shown"]?.int }.reduce(0, +)
            #expect(bySkill == shown)
            let byK = (measured["by_k"]?.array ?? []).compactMap { $0["shown"]?.int }.reduce(0, +)
            #expect(byK == shown)
        }
    }

    @Test func `where exposed drafts are dropped at least 90% of the planted ones are gone, and the cells are filled`()
        async throws
    {
        try await Self.planted("drop") { exposed, report, teacher in
            let texts = try exposed.trainingTexts()
            #expect(texts.count == 2 * Self.rows)
            let left = texts.count { teacher.planted.contains($0) }
            let dropped = report.cells.compactMap { $0.books.rejected["exposed"] }.reduce(0, +)
            print("exposure: \(dropped) drafts dropped, \(left) of \(teacher.planted.count) planted texts left")
            #expect(dropped > 0)
            #expect(left * 10 <= left + dropped)
            let heldOut = report.cells.filter { $0.cell.split == "heldout" }
            #expect(heldOut.allSatisfy { $0.books.rejected["exposed"] == nil })
            let all = try #require(try exposed.measured()["all"])
            #expect(all["dropped"]?.int == dropped)
            #expect(all["shown"] == 0)
            #expect(all["share"]?["apparent"]?.double ?? 0 > 0.02)
            let rejected = try exposed.rejected().filter { $0.reason == .exposed }
            #expect(rejected.count == dropped)
            #expect(rejected.allSatisfy { teacher.planted.contains($0.text) })
            #expect(rejected.allSatisfy { !$0.detail.isEmpty && !$0.marks.isEmpty })
        }
    }

    @Test(arguments: [("report", "rows"), ("drop", "drafts")])
    func `the same run measures the same, and a teacher who plants nothing exposes nothing`(mode: String, unit: String)
        async throws
    {
        var certificates: Set<String> = []
        for _ in 0..<2 {
            let exposed = try ExposureWorkspace("{ mode: \(mode), sample: 5, probes: 4 }", rows: 8, heldOut: ["logic"])
            let report = try await exposed.workspace.run()
            #expect(report.ending == .complete)
            let measured = try exposed.measured()
            #expect(measured["unit"]?.string == unit)
            #expect(measured["judges"] == ["builtin/judge"])
            #expect(measured["all"]?["audited"] == 10, "Five rows of each k.")
            #expect(measured["all"]?["rows"] == 16)
            #expect(measured["all"]?["shown"] == 0)
            #expect(measured["probes"]?["texts"] == 8)
            #expect(measured["controls"]?["texts"] == measured["held_out_skills"])
            #expect(measured["controls"]?["mistaken"] == 0)
            certificates.insert(try exposed.workspace.release().certificate)
            let verification = try ReleaseVerifier.verify("\(exposed.workspace.output)/current")
            #expect(verification.isClean)
            #expect(verification.measured == ExposureStatement(measured).sentences)
        }
        #expect(certificates.count == 1)
    }

    @Test(arguments: [
        ("splits: { train: { k: { 2: 3 } } }", "no skill is held out"),
        (
            "holdout: { skills: { categories: [logic] } }\nsplits: { a: { skills: held-out, k: { 2: 3 } } }",
            "no split is for training"
        ),
    ])
    func `where nothing can be audited the plan and the certificate say so`(lines: String, reason: String) async throws
    {
        let workspace = try PipelineWorkspace()
        let text = """
            version: 1
            name: nothing
            seed: 1
            \(lines)
            models: { teacher: { provider: builtin }, judge: { provider: builtin } }
            output: { directory: \(workspace.output) }
            exposure: drop

            """
        try workspace.write(text, to: "pipeline.yaml")
        let plan = try PipelinePlan.resolve(try .read(file: workspace.pipeline))
        #expect(plan.diagnostics.contains { $0.rule == "no-exposure-audit" && $0.message.contains(reason) })
        let report = try await PipelineRun(plan: plan).run()
        #expect(report.ending == .complete)
        let certificate = try ReleaseReader("\(workspace.output)/current").certificate()
        let statement = try #require(ExposureStatement(certificate: certificate))
        #expect(statement.sentences.count == 1 && statement.sentences[0].contains(reason))
    }
}
