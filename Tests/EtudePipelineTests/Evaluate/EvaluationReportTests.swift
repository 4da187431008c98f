import EtudeCore
import EtudeJudge
import Testing

@testable import EtudePipeline

@Suite struct EvaluationReportTests {
    /// A text of two skills whose marks are letters: two skills, topic, sense.
    private func text(
        _ student: String,
        _ combination: Int,
        _ marks: [String: String],
        k: Int = 2,
        generation: Int = 0,
        setting: String = "held-out",
        words: String = "So it is."
    ) -> GradedText {
        var text = GradedText(
            student: student,
            setting: setting,
            k: k,
            combination: combination,
            generation: generation,
            skills: (0..<k).map { GradedText.Skill(id: "skill-\($0)", names: ["skill \($0)"]) },
            topic: "Sewing",
            text: words,
            gradings: []
        )
        text.gradings = marks.sorted { $0.key < $1.key }.map { judge, letters in
            let outcomes = zip(text.criteria, letters).map { ($0, $1 == "p" ? Mark.Outcome.pass : .fail) }
            return .init(judge: judge, round: 0, marks: Dictionary(uniqueKeysWithValues: outcomes))
        }
        return text
    }

    private func report(
        _ texts: [GradedText],
        _ options: EvaluationReport.Options = EvaluationReport.Options(),
        seenPairs: [EvaluationReport.SeenPairs] = [],
        title: String = "An evaluation"
    ) throws -> EvaluationReport {
        try EvaluationReport(texts: texts, options: options, context: .init(title: title, seenPairs: seenPairs))
    }

    private var twoStudents: [GradedText] {
        (0..<4).flatMap { number in
            [
                text("base", number, ["judge": number == 0 ? "pppp" : "pfpp"]),
                text("base", number, ["judge": "ffff"], generation: 1),
                text("tuned", number, ["judge": number < 3 ? "pppp" : "pppf"]),
                text("tuned", number, ["judge": "ppfpp"], k: 3),
            ]
        }
    }

    @Test func `the table of a judge and setting is shaped like the papers'`() throws {
        let report = try report(
            twoStudents,
            .init(novelty: NoveltyBound(skillFrequency: 0.1, topicFrequency: 0.1, texts: 250)),
            seenPairs: [.init(setting: "held-out", k: 2, pairs: BinomialSample(successes: 1, trials: 8))]
        )
        let table = report.text.split(separator: "\n\n").first { $0.hasPrefix("student ") }
        #expect(
            table == """
                student                                                    k=2             k=3
                base                                 best of 2     .25/.25/.63               -
                                                     ± error    .250/.250/.125               -
                                                     mean of 2     .13/.13/.31               -
                                                     ± error    .125/.125/.063               -
                                                     can show      .99/.99/.78               -
                                                     beyond                .00               -
                tuned                                             .75/1.00/.75     .00/.00/.67
                                                     ± error    .250/.000/.250  .000/.000/.000
                                                     can show      .99/.70/.99     .70/.70/.70
                                                     beyond                .67               -
                skill pairs that training rows hold                        13%               -
                """
        )
        #expect(report.text.contains("Judge judge, setting held-out\n"))
        #expect(report.text.contains("tuned is saturated at k=3: "))
        #expect(!report.text.contains("base is saturated"))
    }

    @Test func `the JSON report has the metrics' names, each with mean and standard error`() throws {
        let json = try report(twoStudents).json
        let cells = try #require(json["cells"]?.array)
        #expect(cells.map { $0["student"]?.string } == ["base", "tuned", "tuned"])
        #expect(cells[0]["ratio_of_full_marks"] == ["mean": 0.25, "standard_error": 0.25])
        #expect(cells[1]["ratio_of_all_skills"] == ["mean": 1.0, "standard_error": 0.0])
        #expect(cells[1]["skill_fraction"]?["mean"] == 0.75)
        #expect(cells[0]["mean_over_generations"]?["ratio_of_full_marks"]?["mean"] == 0.125)
        #expect(json["saturation"]?.array?.map { $0["k"] } == [.null, 3])
        #expect(json["comparisons"]?.array?.count == 1)
        #expect(json["published"] == nil)
        #expect(try JSONParser.parse(json.canonicalText) == json)
    }

    @Test func `the same texts give the same report`() throws {
        let (first, second) = (try report(twoStudents), try report(twoStudents))
        #expect(first.json == second.json)
        #expect(first.text == second.text)
        #expect(first.html == second.html)
    }

    @Test func `several judges have a table each, and their agreement`() throws {
        let texts = (0..<6).map { text("base", $0, ["a": "pppp", "b": $0 < 3 ? "pppp" : "ffpp"]) }
        let report = try report(texts + [text("base", 6, ["a": "pppp"])])
        #expect(report.tables.map(\.judge) == ["a", "b"])
        #expect(report.tables.map { $0.cells.map(\.scores.count) } == [[7], [6]])
        #expect(report.warnings == ["judge b, setting held-out: 1 text without a grading of this judge left out."])
        let skills = report.json["agreement"]?.array?.first
        #expect(skills?["criteria"] == "skills")
        #expect(skills?["percent"]?["value"] == 0.5)
        #expect(report.text.contains("a and b  skills       12    50%"))
    }

    @Test func `a judge that was asked of some students only has no zeros for the others`() throws {
        let report = try report([
            text("base", 0, ["a": "pppp"]), text("base", 1, [:], words: ""), text("tuned", 0, ["b": "pppp"]),
        ])
        #expect(report.tables.map { $0.cells.map(\.student) } == [["base"], ["tuned"]])
    }

    @Test func `published figures stand beside the table with a caution`() throws {
        let report = try report(twoStudents, .init(showsPublished: true))
        #expect(report.text.contains("GPT-4                     published  .95/.95/.98  .66/.66/.88"))
        #expect(report.text.contains("Another list of skills and another judge"))
        let published = try #require(report.json["published"])
        // One model at five k, two at four, seven at three.
        #expect(published["cells"]?.array?.count == 34)
        #expect(published["caution"]?.string?.contains("not to be compared") == true)
    }

    @Test func `hostile names are words on every way out`() throws {
        let name = "<script>alert(\"x\")</script>&\u{1B}[2J\nfake   1.00/1.00/1.00'"
        let report = try report([text(name, 0, [name: "pppp"], setting: name)], title: name)
        #expect(!report.html.contains("<script"))
        #expect(!report.html.contains("\u{1B}"))
        #expect(report.html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;"))
        #expect(report.html.contains("1.00&#39;"))
        #expect(!report.text.contains("\nfake"))
        #expect(report.json["cells"]?.array?.first?["student"] == .string(name))
    }

    @Test func `the page needs nothing else and follows the reader's light or dark`() throws {
        let html = try report(twoStudents, .init(showsPublished: true)).html
        #expect(html.hasPrefix("<!doctype html>\n"))
        #expect(html.contains("color-scheme: light dark"))
        for outside in ["<script", "http://", "https://", "src=", "url(", "@import"] {
            #expect(!html.contains(outside), "\(outside)")
        }
        #expect(html.split(separator: "href=\"").dropFirst().allSatisfy { $0.hasPrefix("#") })
        let page = PageScan(html)
        #expect(page.fault == nil)
        #expect(page.elements.isSuperset(of: ["section", "table", "tr", "td", "th", "p", "h1", "h2", "bdi", "div"]))
    }

    @Test func `texts without any grading are no evaluation`() {
        #expect(throws: EtudeError.self) { try report([text("base", 0, [:])]) }
        #expect(throws: EtudeError.self) { try report([]) }
    }

    @Test(arguments: [
        (0.4, ".40"), (1, "1.00"), (0, ".00"), (-0.05, "-.05"), (0.005, ".01"), (0.995, "1.00"), (-0.001, ".00"),
        (12.345, "12.35"),
    ])
    func `numbers are written as in the papers' tables`(number: Double, text: String) {
        #expect(ReportNumber.short(number) == text)
    }
}
