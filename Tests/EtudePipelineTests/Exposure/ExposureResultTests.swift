import EtudeCore
import EtudeJudge
import Testing

@testable import EtudePipeline

/// The figures of a survey, by hand.
@Suite struct ExposureResultTests {
    private static func text(_ role: SurveyedText.Role, k: Int = 2) -> SurveyedText {
        SurveyedText(role: role, k: k, text: "", seed: Seed(1))
    }

    /// 40 rows of k = 2, of which 4 show a and one of them b too; 10 of k = 3; probes found 9 times of 10; 20 controls right.
    private static func tally() -> ExposureTally {
        var tally = ExposureTally()
        for index in 0..<40 {
            let shown = index < 4 ? (index == 0 ? ["a", "b"] : ["a"]) : []
            tally.add(text(.row), Exposure(shown: shown, undecided: index == 0 || index == 9 ? ["c"] : []))
        }
        for index in 0..<10 { tally.add(text(.row, k: 3), Exposure(unreadLists: index == 0 ? 1 : 0)) }
        tally.addFailed(text(.row, k: 3))
        tally.addFailed(text(.probe(labels: ["a"])))
        for index in 0..<5 {
            let shown = index == 0 ? ["a", "x"] : ["a", "b"]
            tally.add(text(.probe(labels: ["a", "b"]), k: 3), Exposure(shown: shown))
        }
        for _ in 0..<20 { tally.add(text(.control(skill: "a"), k: 0), Exposure(shown: ["b"])) }
        return tally
    }

    private static func result(_ mode: ExposureSpec.Mode, _ tally: ExposureTally) throws -> JSONValue {
        var spec = try PipelineSpec(
            source: """
                version: 1
                name: a
                seed: 1
                splits: { train: { k: { 1: 1 } } }
                models: { teacher: { provider: builtin }, judge: { provider: builtin } }
                """,
            file: "a.yaml"
        ).exposure
        spec.mode = mode
        return ExposureResult(
            spec: spec,
            judges: ["j"],
            heldOutSkills: ["a", "b", "c"],
            seed: Seed(7),
            rows: [2: 60, 3: 15],
            tally: tally
        ).json
    }

    @Test func `rows, labels and controls are counted, by k and by skill`() throws {
        let json = try Self.result(.report, Self.tally())
        let all = try #require(json["all"])
        let figures = ["rows", "audited", "shown", "undecided", "failed", "dropped"].map { all[$0]?.int }
        #expect(figures == [75, 50, 4, 2, 1, 0])
        let byK = try #require(json["by_k"]?.array)
        #expect(byK.map { $0["k"]?.int } == [2, 3])
        #expect(byK.map { $0["shown"]?.int } == [4, 0])
        #expect(byK.map { $0["undecided"]?.int } == [1, 1])
        #expect(byK[1]["probes"] == ["texts": 5, "labels": 10, "found": 9])
        let bySkill = try #require(json["by_skill"]?.array)
        #expect(bySkill.map { $0["shown"]?.int } == [4, 1, 0])
        #expect(bySkill.map { $0["undecided"]?.int } == [0, 0, 2])
        #expect(bySkill[1]["probes"] == ["labels": 5, "found": 4])
        #expect(json["controls"] == ["texts": 20, "mistaken": 0])
    }

    @Test func `the corrected share is that of Rogan and Gladen`() throws {
        let share = try #require(try Self.result(.report, Self.tally())["all"]?["share"])
        #expect(share["apparent"] == 0.08)
        // (0.08 + 1 - 1) / (0.9 + 1 - 1)
        #expect(share["corrected"] == 0.088889)
        let (lower, upper) = (try #require(share["lower"]?.double), try #require(share["upper"]?.double))
        #expect(lower < 0.08 && upper > 0.1 && upper < 0.3)
    }

    @Test func `what was dropped counts among the drafts that were accepted`() throws {
        var tally = ExposureTally()
        for _ in 0..<15 { tally.add(Self.text(.row), Exposure()) }
        for _ in 0..<5 { tally.addDropped(k: 2, skills: ["a"]) }
        tally.addDropped(k: 3, skills: ["a", "b"])
        let json = try Self.result(.drop, tally)
        #expect(json["all"]?["dropped"] == 6)
        #expect(json["all"]?["share"]?["apparent"] == .double((6.0 / 81 * 1e6).rounded() / 1e6))
        #expect(json["by_skill"]?.array?.map { $0["dropped"]?.int } == [6, 1, 0])
        #expect(json["by_k"]?.array?.map { $0["dropped"]?.int } == [5, 1])
        #expect(json["all"]?["share"]?["corrected"] == nil, "Nothing is known of the audit's errors.")
    }
}
