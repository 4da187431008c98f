import EtudeCore
import Testing

@testable import EtudePipeline

/// The key `exposure` of a pipeline file.
@Suite struct ExposureSpecTests {
    private static func spec(_ exposure: String, _ more: String = "") throws -> PipelineSpec {
        let source = """
            version: 1
            name: spec
            seed: 5
            holdout:
              skills: { categories: [logic] }
              topics: { fraction: 0.5 }
            splits:
              train:   { skills: train,    k: { 2: 30, 3: 400 } }
              pairs:   { skills: train,    k: { 2: 6 }, topics: held-out }
              heldout: { skills: held-out, k: { 2: 30 } }
              asked:   { skills: held-out, k: { 2: 30 }, texts: none }
            models: { teacher: { provider: builtin }, judge: { provider: builtin } }
            \(exposure.isEmpty ? "" : "exposure: \(exposure)")
            \(more)
            """
        return try PipelineSpec(source: source, file: "spec.yaml")
    }

    @Test(arguments: [
        ("", ExposureSpec.Mode.off, 200, 20), ("off", .off, 200, 20), ("report", .report, 200, 20),
        ("drop", .drop, 200, 20), ("{ sample: 7 }", .report, 7, 20), ("{ mode: drop, probes: 0 }", .drop, 200, 0),
        ("{ mode: off }", .off, 200, 20),
    ])
    func `it is a word or a mapping`(value: String, mode: ExposureSpec.Mode, sample: Int, probes: Int) throws {
        let spec = try Self.spec(value).exposure
        #expect(spec.mode == mode && spec.sample == sample && spec.probes == probes)
    }

    @Test(arguments: [
        ("reports", "exposure", "did you mean `report`?"), ("[report]", "exposure", "Keys with values"),
        ("{ mode: dorp }", "exposure.mode", "did you mean `drop`?"),
        ("{ samples: 5 }", "exposure.samples", "did you mean `sample`?"),
        ("{ sample: 0 }", "exposure.sample", "from 1"), ("{ probes: -1 }", "exposure.probes", "from 0"),
    ])
    func `what it cannot be is refused at its key`(value: String, key: String, words: String) throws {
        let error = try #require(throws: EtudeError.self) { try Self.spec(value) }
        #expect(error.code == .config)
        #expect(error.place?.key == key)
        #expect(error.message.contains(words), "\(error)")
    }

    @Test func `a report changes nothing in the plan's hash, dropping does, and its plan is read back`() throws {
        func hash(_ value: String) throws -> String { try PipelinePlan.resolve(Self.spec(value)).hash }
        #expect(try hash("report") == hash("off"))
        #expect(try hash("drop") != hash("off"))
        #expect(try hash("{ mode: drop, sample: 5 }") == hash("drop"))
        let plan = try PipelinePlan.resolve(Self.spec("drop"))
        let again = try PipelinePlan.resolve(PipelineSpec(source: plan.resolvedText, file: "pipeline.yaml"))
        #expect(again.hash == plan.hash)
        #expect(plan.templateFiles.keys.filter { $0.hasPrefix("exposure/en/") }.count == 2)
    }

    @Test func `the plan counts the audit's texts and calls`() throws {
        func estimate(_ value: String) throws -> ExposureEstimate? {
            ExposureEstimate(try PipelinePlan.resolve(Self.spec(value)))
        }
        #expect(try estimate("off") == nil)
        let plan = try PipelinePlan.resolve(Self.spec("report"))
        let controls = plan.heldOutSkills.count { $0.counterexample != nil }
        #expect(controls > 5)
        let report = try #require(try estimate("report"))
        #expect(report.texts == 30 + 200 + 20 + controls)
        #expect(report.calls == report.texts * 2, "One list and one skill to be confirmed.")
        #expect(try estimate("drop")?.texts == 30 + 400 + 20 + controls)
        func calls(_ value: String) throws -> Int {
            let overview = try PlanOverview(.resolve(Self.spec(value)), acceptance: .parse("2=1"))
            return try #require(overview.json["expected"]?["calls"]?.int)
        }
        #expect(try calls("report") == calls("off") + report.calls)
        let text = try PlanOverview(plan, acceptance: .parse("2=1")).text
        #expect(text.contains("The exposure audit: \(report.texts) texts, about \(report.calls) calls"))
    }
}
