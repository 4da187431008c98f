import EtudeCore
import EtudeJudge
import EtudeStore
import Foundation
import Testing

@testable import EtudePipeline

/// The runs of SKILL-MIX beside the checkout.
private enum Runs {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .appending(path: "../../../../../shared/skill-mix").standardizedFileURL.path
    static let exist = FileManager.default.fileExists(atPath: folder)
    static let gpt4 = "\(folder)/records-r2-gpt-4.jsonl"
    static let llama = ["\(folder)/records-r1-llama2-7b-chat.jsonl", "\(folder)/records-r2-llama2-7b-chat.jsonl"]

    static func report(
        _ files: [String],
        _ options: EvaluationReport.Options = EvaluationReport.Options()
    ) throws -> EvaluationReport {
        try EvaluationReport(
            texts: try EvaluationRecords.read(files),
            options: options,
            context: EvaluationReport.Context(title: "runs")
        )
    }
}

@Suite(.enabled(if: Runs.exist, "needs the folder ../shared/skill-mix"))
struct SkillMixRunsTests {
    /// The three metrics and their errors as the report's JSON has them.
    private func figures(_ cell: JSONValue?) throws -> [Double] {
        try ["ratio_of_full_marks", "ratio_of_all_skills", "skill_fraction"].flatMap { metric in
            let estimate = try #require(cell?[metric])
            return [try #require(estimate["mean"]?.double), try #require(estimate["standard_error"]?.double)]
        }
    }

    private func isNear(_ first: [Double], _ second: [Double]) -> Bool {
        first.count == second.count && zip(first, second).allSatisfy { abs($0 - $1) < 1e-12 }
    }

    /// By hand, from the marks that the five tables show.
    ///
    ///                Skills Others
    ///     Sewing     1 1 0  1 1 1    full 0, all skills 0, fraction 2/3
    ///     Beekeeping 1 1 1  1 1 1         1             1           1
    ///     Gardening  0 1 1  1 1 1         0             0           2/3
    ///     Triathlons 1 1 1  1 1 1         1             1           1
    ///     Urbanism   1 0 1  1 1 1         0             0           2/3
    ///
    /// Full marks: mean 2/5; squared deviations 2 · (3/5)² + 3 · (2/5)² = 6/5, of a sample 6/5 / 4 = 3/10, error √(3/10 / 5).
    /// Fraction: mean 4/5; squared deviations 3 · (2/15)² + 2 · (1/5)² = 2/15, of a sample 1/30, error √(1/30 / 5).
    /// No text names a skill, so that name deduction changes nothing.
    @Test(arguments: [nil, NameRule.robust, .original], SentenceRule.allCases)
    func `the metrics of the gpt-4 run are those of the definitions`(names: NameRule?, sentences: SentenceRule) throws {
        let rules = ScoringRules(sentenceRule: sentences, nameDeduction: names)
        let report = try Runs.report([Runs.gpt4], .init(rules: rules))
        let cells = try #require(report.json["cells"]?.array)
        #expect(cells.count == 1)
        let ratio = [2.0 / 5, (3.0 / 50).squareRoot()]
        let fraction = [4.0 / 5, (1.0 / 150).squareRoot()]
        #expect(isNear(try figures(cells.first), ratio + ratio + fraction))
        #expect(cells.first?["combinations"] == 5)
        #expect(cells.first?["named"] == 0)
        #expect(cells.first?["unread"] == 0)
        #expect(report.text.contains("gpt-4                 .40/.40/.80\n         ± error   .245/.245/.082\n"))
    }

    /// With "metaphor" put into the text on beekeeping, and "the accident" into that on gardening, whose first mark is 0 anyway:
    /// full marks 1/5, fraction (2/3 · 4 + 1) / 5 = 11/15.
    @Test(arguments: [NameRule.robust, .original])
    func `a skill that a text names loses its point`(rule: NameRule) throws {
        var texts = try EvaluationRecords.read([Runs.gpt4])
        texts[1].text.replace("Besides", with: "A metaphor besides")
        texts[2].text.replace("Step back", with: "The accident: step back")
        let report = try EvaluationReport(
            texts: texts,
            options: .init(rules: ScoringRules(nameDeduction: rule)),
            context: .init(title: "")
        )
        let cell = report.json["cells"]?.array?.first
        #expect(cell?["named"] == (rule == .original ? 2 : 1))
        let means = try figures(cell).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let expected = [1.0 / 5, 1.0 / 5, 11.0 / 15]
        #expect(isNear(means, expected))
        let kept = try EvaluationReport(texts: texts, context: .init(title: "")).json["cells"]?.array?.first
        #expect(try figures(kept)[0] == 2.0 / 5)
    }

    @Test func `three gradings that are one are reported as not independent`() throws {
        let report = try Runs.report([Runs.gpt4])
        let copies = try #require(report.repeatedGradings.first)
        #expect((copies.student, copies.texts, copies.gradings, copies.distinct) == ("gpt-4", 5, 3, 1))
        #expect(report.text.contains("gpt-4: the 3 gradings of each of 5 texts are one and the same: they are not"))
        #expect(report.json["repeated_gradings"]?.array?.first?["gradings"] == 3)
    }

    @Test func `gradings that are read differently in one text are no copies`() throws {
        var texts = try EvaluationRecords.read([Runs.gpt4])
        texts[3].gradings[1].answer = "other"
        texts[3].gradings[2].answer = "another"
        #expect(try EvaluationReport(texts: texts, context: .init(title: "")).repeatedGradings.isEmpty)
    }

    @Test func `runs of one model are generations of the same combinations`() throws {
        let texts = try EvaluationRecords.read(Runs.llama)
        #expect(texts.map(\.combination) == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
        #expect(texts.map(\.generation) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
        let cell = try Runs.report(Runs.llama + [Runs.gpt4]).json["cells"]?.array?.first
        #expect(cell?["generations"] == 2)
        #expect(cell?["combinations"] == 5)
        #expect(try figures(cell) == [0, 0, 0, 0, 0, 0])
    }

    @Test func `two models are compared on the combinations of both`() throws {
        let report = try Runs.report(Runs.llama + [Runs.gpt4])
        let comparison = try #require(report.json["comparisons"]?.array?.first)
        #expect(comparison["first"] == "llama2-7b-chat")
        #expect(comparison["second"] == "gpt-4")
        #expect(comparison["combinations"] == 5)
        #expect(comparison["ratio_of_full_marks"]?["mean"] == 0.4)
        #expect(comparison["ratio_of_full_marks"]?["better"] == 2)
    }

    @Test func `texts that nobody graded are left out and counted`() throws {
        let report = try Runs.report(["\(Runs.folder)/records-r1-mistral-7b-chat.jsonl"])
        let cell = try #require(report.json["cells"]?.array?.first)
        #expect(cell["combinations"] == 1)
        #expect(cell["ungraded"] == 4)
        #expect(cell["ratio_of_full_marks"]?["standard_error"] == .null)
        #expect(report.warnings.contains("mistral-7b-chat: 4 texts without a grading left out."))
    }

    @Test func `combinations with a filtered skill are dropped`() throws {
        // Red herring stands in the two with full marks.
        let report = try Runs.report([Runs.gpt4], .init(filteredSkills: ["Red-Herring"]))
        let cell = report.json["cells"]?.array?.first
        #expect(cell?["combinations"] == 3)
        #expect(try figures(cell)[0] == 0)
        #expect(report.warnings.first == "2 texts left out, the combination holding a skill that is filtered out.")
        #expect(throws: EtudeError.self) {
            let skills = ["red herring", "statistical-syllogism", "accident (fallacy)"]
            _ = try Runs.report([Runs.gpt4], .init(filteredSkills: skills))
        }
    }

    @Test func `records read again from what was written of them give the same report`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "etude-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let texts = try EvaluationRecords.read(Runs.llama + [Runs.gpt4])
        let lines = texts.map { $0.json.canonicalText + "\n" }.joined()
        let file = folder.appending(path: "records.jsonl.gz").path
        try AtomicFile.write(to: file, in: RealFileSystem()) { writer throws(EtudeError) in
            let gzip = GzipByteWriter(writer)
            try gzip.write(Array(lines.utf8))
            try gzip.finish()
        }
        #expect(try EvaluationRecords.read([file]) == texts)
        #expect(try Runs.report([file]).json == (try Runs.report(Runs.llama + [Runs.gpt4])).json)
    }
}
