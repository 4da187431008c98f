import EtudeCore
import EtudeJudge
import Testing

struct JudgeCalibrationTests {
    private func marks(_ criterion: String, _ counts: [(human: Bool, judge: Mark.Outcome, count: Int)])
        -> [LabelledMark]
    {
        var marks: [LabelledMark] = []
        for (human, judge, count) in counts {
            for _ in 0..<count {
                marks.append(
                    LabelledMark(item: "text \(marks.count)", criterion: criterion, human: human, judge: judge)
                )
            }
        }
        return marks
    }

    @Test func `counts, rates and kappa are those of the table`() throws {
        let table = marks(
            "accepted",
            [(true, .pass, 40), (false, .pass, 10), (true, .fail, 5), (false, .fail, 25), (true, .unknown, 3)]
        )
        let calibration = JudgeCalibration(marks: table, seed: Seed(1), resamples: 200)
        let measure = try #require(calibration.criteria.first)
        #expect(measure.items == 83)
        #expect(measure.matrix.abstentions == 3)
        #expect(measure.matrix.precision == BinomialSample(successes: 40, trials: 50))
        #expect(measure.matrix.sensitivity == BinomialSample(successes: 40, trials: 45))
        #expect(measure.matrix.specificity == BinomialSample(successes: 25, trials: 35))
        // Observed 65/80; by chance (45*50 + 35*30)/6400.
        let chance = 3300.0 / 6400
        let kappa = try #require(measure.kappa)
        #expect(abs(kappa.value - (65.0 / 80 - chance) / (1 - chance)) < 1e-12)
        #expect(try #require(kappa.interval).contains(kappa.value))
        #expect(measure.passRate?.value == 45.0 / 80)
        #expect(calibration.all == measure)
    }

    @Test func `the observed rate of a criterion is corrected by the errors of that criterion`() throws {
        let topic = marks("topic", [(true, .pass, 90), (true, .fail, 10), (false, .fail, 80), (false, .pass, 20)])
        let sense = marks("sense", [(true, .pass, 50), (false, .fail, 50)])
        let calibration = JudgeCalibration(
            marks: sense + topic,
            observed: ["topic": BinomialSample(successes: 550, trials: 1000)],
            seed: Seed(1),
            resamples: 0
        )
        #expect(calibration.criteria.map(\.criterion) == ["sense", "topic"])
        #expect(abs(try #require(calibration.criteria[1].passRate).value - 0.5) < 1e-12)
        #expect(calibration.criteria[0].passRate?.value == 0.5)
        #expect(calibration.all.passRate == nil)
        #expect(calibration.json["criteria"]?.array?[1]["observed_pass_rate"]?.double == 0.55)
        #expect(calibration.text.contains("pass rate corrected 0.5 ("))
        #expect(calibration.text.split(separator: "\n").count == 3)
    }

    @Test func `correcting a sample by its own labels gives the labels' own rate`() throws {
        let table = marks("topic", [(true, .pass, 70), (true, .fail, 9), (false, .fail, 13), (false, .pass, 8)])
        let corrected = JudgeCalibration(
            marks: table,
            observed: ["topic": BinomialSample(successes: 78, trials: 100)],
            seed: Seed(1),
            resamples: 0
        )
        let own = JudgeCalibration(marks: table, seed: Seed(1), resamples: 0)
        #expect(abs(try #require(corrected.all.passRate).value - 0.79) < 1e-12)
        #expect(own.all.passRate?.value == 0.79)
    }

    @Test func `what cannot be told is null`() {
        let calibration = JudgeCalibration(
            marks: marks("topic", [(true, .pass, 5)]),
            observed: ["topic": BinomialSample(successes: 5, trials: 9)],
            seed: Seed(1)
        )
        #expect(calibration.all.json["kappa"] == .null)
        #expect(calibration.all.json["specificity"] == .null)
        #expect(calibration.all.json["pass_rate"] == .null)
        #expect(JudgeCalibration(marks: [], seed: Seed(1)).all.items == 0)
    }

    /// Judges of known rates mark texts of which a share should pass; some of the texts have labels.
    @Test(arguments: [
        (pass: 0.3, sensitivity: 0.95, specificity: 0.9), (pass: 0.5, sensitivity: 0.9, specificity: 0.8),
        (pass: 0.7, sensitivity: 0.85, specificity: 0.75), (pass: 0.9, sensitivity: 0.95, specificity: 0.85),
    ])
    func `the interval of the corrected pass rate holds the truth in 93 to 97% of 1,000 runs`(
        rates: (pass: Double, sensitivity: Double, specificity: Double)
    ) throws {
        var generator = SeededGenerator(seed: Seed(20_261_120).child("calibration", "\(rates.pass)"))
        let (labelled, texts, runs) = (100, 1000, 1000)
        var (held, biased) = (0, 0)
        for _ in 0..<runs {
            let should = generator.binomial(share: rates.pass, trials: labelled)
            let right = generator.binomial(share: rates.sensitivity, trials: should)
            let refused = generator.binomial(share: rates.specificity, trials: labelled - should)
            let all = generator.binomial(share: rates.pass, trials: texts)
            let passed =
                generator.binomial(share: rates.sensitivity, trials: all)
                + generator.binomial(share: 1 - rates.specificity, trials: texts - all)
            let calibration = JudgeCalibration(
                marks: marks(
                    "accepted",
                    [
                        (true, .pass, right), (true, .fail, should - right), (false, .fail, refused),
                        (false, .pass, labelled - should - refused),
                    ]
                ),
                observed: ["accepted": BinomialSample(successes: passed, trials: texts)],
                seed: Seed(1),
                resamples: 0
            )
            let interval = try #require(calibration.all.passRate?.interval)
            held += interval.contains(rates.pass) ? 1 : 0
            biased += WilsonInterval.of(BinomialSample(successes: passed, trials: texts)).contains(rates.pass) ? 1 : 0
        }
        print(
            "pass \(rates.pass): the corrected interval held the truth in \(held) of \(runs), the plain one in \(biased)"
        )
        #expect((930...970).contains(held))
        #expect(biased < 700)
    }
}
