import EtudeCore
import EtudeJudge
import Testing

@Suite struct JudgeAgreementTests {
    private func text(_ first: [String], _ second: [String], _ combination: Int) -> GradedText {
        var text = GradedText.written(first, judge: "first", combination: combination)
        text.gradings += GradedText.written(second, judge: "second").gradings
        return text
    }

    @Test func `two judges are compared by their majorities, mark by mark`() throws {
        let texts = [
            text(["pppppf", "pppppf", "ffffff"], ["ppfppp"], 0), text(["ffpppp"], ["ffpfpp"], 1),
            // A tie and an unread mark are no votes.
            text(["ppppup", "fpppup"], ["pfpppp"], 2),
        ]
        let all = JudgeAgreement.all(texts, judges: ["first", "second", "third"], seed: Seed(3))
        #expect(all.map(\.kind) == [.skills, .topic, .sense])
        #expect(all.map(\.marks) == [8, 3, 2])
        // Skills: pp pp pf | ff ff pp | (tie) pf pp: 6 of 8 agree.
        let skills = try #require(all[0].agreement.percent).value
        #expect(abs(skills - 6.0 / 8) < 1e-12)
        // Chance: 6/8 · 4/8 + 2/8 · 4/8 = 1/2; kappa (3/4 - 1/2) / (1/2).
        #expect(abs(try #require(all[0].agreement.kappa).value - 0.5) < 1e-12)
        #expect(abs(try #require(all[1].agreement.percent).value - 2.0 / 3) < 1e-12)
        #expect(all[2].agreement.percent?.value == 1)
        #expect(all[2].agreement.kappa == nil)
    }

    @Test func `judges without a text in common are not compared`() {
        let texts = [text(["pppppp"], [], 0), text([], ["pppppp"], 1)]
        #expect(JudgeAgreement.all(texts, judges: ["first", "second"], seed: Seed(3)).isEmpty)
    }
}
