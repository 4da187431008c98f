import EtudeCore
import EtudeJudge
import Testing

/// A student whose texts meet every criterion at a set rate, independently, and what its metrics must come to.
private struct ScriptedStudent {
    let k: Int
    let skill = 0.9
    let topic = 0.9
    let sense = 0.95
    let limit = 0.85
    /// How often a grading says what is true of the text; three of them vote.
    let judgeAccuracy = 0.9
    let generations = 3

    /// The chance of a pass by majority of a criterion that the student meets at a rate.
    private func seen(_ rate: Double) -> Double {
        let right = judgeAccuracy * judgeAccuracy * (3 - 2 * judgeAccuracy)
        return rate * right + (1 - rate) * (1 - right)
    }

    /// The expected value of a metric, best or mean over generations.
    func expected(_ metric: Metric, _ aggregation: CellScore.Aggregation) -> Double {
        let (s, t, e) = (seen(skill), seen(topic), seen(sense))
        let others = t * e * limit
        let two = others + t * e * (1 - limit) + t * (1 - e) * limit + (1 - t) * e * limit
        let allSkills = power(s, k)
        /// The expectation of the best of some draws of a value that is `j / k` with a chance, k = 0 being the rest.
        func best(_ chances: [Double]) -> Double {
            var below = 1 - chances.reduce(0, +)
            var sum = 0.0
            for chance in chances {
                sum += (1 - power(below, generations)) / Double(chances.count)
                below += chance
            }
            return sum
        }
        let chances: [Double] =
            switch metric {
            case .fullMarks: [allSkills * others]
            case .allSkills: [allSkills * two]
            case .skillFraction:
                (1...k).map { others * choose(k, $0) * power(s, $0) * power(1 - s, k - $0) }
            }
        switch aggregation {
        case .best: return best(chances)
        case .mean:
            return chances.enumerated().reduce(0) { $0 + $1.element * Double($1.offset + 1) / Double(chances.count) }
        }
    }

    /// Texts with their gradings.
    func texts(combinations: Int, _ generator: inout SeededGenerator) -> [GradedText] {
        let limitOfSentences = max(1, k - 1)
        let skills = (0..<k).map { GradedText.Skill(id: "skill-\($0)", names: ["skill \($0)"]) }
        return (0..<combinations).flatMap { combination in
            (0..<generations).map { generation in
                let keepsLimit = generator.unit() < limit
                var text = GradedText(
                    student: "scripted",
                    setting: "train",
                    k: k,
                    combination: combination,
                    generation: generation,
                    skills: skills,
                    topic: "Sewing",
                    text: Array(repeating: "It is so.", count: limitOfSentences + (keepsLimit ? 0 : 1))
                        .joined(separator: " "),
                    gradings: []
                )
                let truth = text.criteria.map { (criterion: $0, isMet: generator.unit() < rate(of: $0)) }
                text.gradings = (0..<3).map { round in
                    let marks = truth.map { criterion, isMet in
                        let isRight = generator.unit() < judgeAccuracy
                        return (criterion, isMet == isRight ? Mark.Outcome.pass : .fail)
                    }
                    return .init(judge: "judge", round: round, marks: Dictionary(uniqueKeysWithValues: marks))
                }
                return text
            }
        }
    }

    private func rate(of criterion: Criterion) -> Double {
        switch criterion {
        case .topic: topic
        case .sense: sense
        default: skill
        }
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { power, _ in power * base }
    }

    private func choose(_ n: Int, _ j: Int) -> Double {
        (0..<j).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }
}

@Suite struct ScriptedStudentTests {
    @Test(arguments: 1...5)
    func `metrics of a student with set rates are the expected ones within their printed errors`(k: Int) throws {
        let student = ScriptedStudent(k: k)
        var generator = SeededGenerator(seed: Seed(2_310_17567).child(String(k)))
        let texts = student.texts(combinations: 400, &generator)
        let cell = CellScore(texts, judge: "judge", rules: ScoringRules())
        for metric in Metric.allCases {
            for aggregation in CellScore.Aggregation.allCases {
                let estimate = try #require(cell.estimate(of: metric, over: aggregation))
                let error = try #require(estimate.standardError)
                let expected = student.expected(metric, aggregation)
                #expect(error > 0 && error < 0.03)
                #expect(
                    abs(estimate.mean - expected) < 3 * error,
                    "k = \(k), \(metric), \(aggregation): \(estimate.mean) ± \(error), expected \(expected)"
                )
            }
        }
    }

    @Test func `the printed errors are as large as the metrics really vary`() throws {
        let student = ScriptedStudent(k: 3)
        var generator = SeededGenerator(seed: Seed(2_409_19808))
        var (within, all) = (0, 0)
        for _ in 0..<60 {
            let texts = student.texts(combinations: 60, &generator)
            let cell = CellScore(texts, judge: "judge", rules: ScoringRules())
            for metric in Metric.allCases {
                for aggregation in CellScore.Aggregation.allCases {
                    let estimate = try #require(cell.estimate(of: metric, over: aggregation))
                    let expected = student.expected(metric, aggregation)
                    within += abs(estimate.mean - expected) <= 1.96 * (estimate.standardError ?? 0) ? 1 : 0
                    all += 1
                }
            }
        }
        let share = Double(within) / Double(all)
        #expect(share > 0.9 && share < 0.99, "\(within) of \(all) within 1.96 errors")
    }
}
