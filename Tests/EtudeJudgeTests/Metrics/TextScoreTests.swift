import EtudeCore
import EtudeJudge
import Testing

@Suite struct TextScoreTests {
    private static let rules = ScoringRules()

    private func score(_ text: GradedText, _ rules: ScoringRules = rules) -> TextScore {
        TextScore(text, judge: "judge", rules: rules)
    }

    /// Letters in the rubric's order (three skills, topic, sense; the limit of two sentences is kept or not by the text).
    @Test(
        arguments: [
            // All k+3 points.
            ("ppppp", true, 1.0, 1.0, 1.0),
            // One of the other three is missing: not full, all skills still, and no skill fraction.
            ("pppfp", true, 0, 1, 0), ("ppppf", true, 0, 1, 0), ("ppppp", false, 0, 1, 0),
            // Two of the other three are missing.
            ("pppff", true, 0, 0, 0), ("pppfp", false, 0, 0, 0), ("ppppf", false, 0, 0, 0), ("pppff", false, 0, 0, 0),
            // A skill is missing.
            ("fpppp", true, 0, 0, 2.0 / 3), ("ffppp", true, 0, 0, 1.0 / 3), ("fffpp", true, 0, 0, 0),
            ("fppfp", true, 0, 0, 0),
            // What is not read earns nothing.
            ("upppp", true, 0, 0, 2.0 / 3), ("pppup", true, 0, 1, 0), ("uuuuu", true, 0, 0, 0),
        ] as [(String, Bool, Double, Double, Double)]
    )
    func `metrics have the papers' gates`(
        marks: String,
        keepsLimit: Bool,
        full: Double,
        all: Double,
        fraction: Double
    ) {
        let text = keepsLimit ? "One. Two." : "One. Two. Three."
        for limitMark in ["p", "f", "u"] {
            let score = score(.written([marks + limitMark], text: text))
            #expect(Metric.allCases.map(score.value) == [full, all, fraction], "\(marks + limitMark)")
        }
    }

    @Test(arguments: [
        (["p", "p", "f"], true, 0, 0), (["p", "f", "f"], false, 0, 0), (["p", "f"], false, 1, 0),
        (["p", "f", "u"], false, 1, 0), (["p", "u", "u"], true, 0, 0), (["f", "u", "u"], false, 0, 0),
        (["u", "u", "u"], false, 0, 1), (["p", "p", "f", "f"], false, 1, 0), (["u"], false, 0, 1),
    ])
    func `the majority of the votes that could be read decides, and ties earn nothing and are counted`(
        votes: [String],
        hasPoint: Bool,
        ties: Int,
        unread: Int
    ) {
        let score = score(.written(votes.map { $0 + "ppppp" }))
        #expect((score.skillPoints == 3) == hasPoint)
        #expect(score.otherPoints == 3)
        #expect((score.ties, score.unread) == (ties, unread))
    }

    @Test func `only the judge's own gradings count`() {
        var text = GradedText.written(["pppppp"])
        text.gradings += GradedText.written(["ffffff", "ffffff"], judge: "other").gradings
        #expect(score(text).value(of: .fullMarks) == 1)
        #expect(TextScore(text, judge: "other", rules: Self.rules).value(of: .fullMarks) == 0)
        let nobody = TextScore(text, judge: "nobody", rules: Self.rules)
        #expect((nobody.skillPoints, nobody.unread) == (0, 0))
    }

    @Test func `the rule for sentences decides the limit`() {
        let lines = GradedText.written(["pppppp"], text: "One\nTwo\nThree")
        #expect(score(lines).value(of: .fullMarks) == 0)
        #expect(score(lines, ScoringRules(sentenceRule: .original)).value(of: .fullMarks) == 1)
        var strict = GradedText.written(["pppppp"], text: "One. Two.")
        strict.sentenceLimit = 1
        #expect(score(strict).value(of: .fullMarks) == 0)
    }

    @Test func `a named skill has no point where names are deducted`() {
        let text = GradedText.written(["ppfppp"], text: "A metaphor sewed modus ponens.")
        let deducted = score(text, ScoringRules(nameDeduction: .robust))
        #expect((score(text).skillPoints, score(text).named) == (2, 0))
        #expect((deducted.skillPoints, deducted.named, deducted.otherPoints) == (1, 2, 3))
    }

    @Test func `further criteria do not enter`() {
        var text = GradedText.written(["fppppp"])
        text.gradings[0].marks[.skill("irony")] = .pass
        #expect(score(text).skillPoints == 2)
        #expect(score(text).value(of: .fullMarks) == 0)
    }
}
