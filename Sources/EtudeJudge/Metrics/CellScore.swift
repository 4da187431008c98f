import EtudeCore

/// The scores of one student's texts by one judge, in one setting, at one k.
public struct CellScore: Sendable {
    /// What a text answers: two texts of a cell with equal questions are generations of one combination.
    public struct Question: Sendable, Hashable {
        /// The number of the combination.
        public let combination: Int
        /// The ids of the skills, sorted.
        public let skills: [String]
        /// The topic.
        public let topic: String

        /// The question of a text.
        public init(_ text: GradedText) {
            combination = text.combination
            skills = text.skills.map(\.id).sorted()
            topic = text.topic
        }
    }

    /// How the generations of a combination become one value.
    public enum Aggregation: String, Sendable, Hashable, CaseIterable {
        /// The best generation counts, each metric having its own: the papers' rule.
        case best
        /// The mean over the generations.
        case mean
    }

    /// The student.
    public let student: String
    /// The judge.
    public let judge: String
    /// The setting.
    public let setting: String
    /// How many skills were asked for.
    public let k: Int
    /// The combinations in the order in which they came, with the score of each generation.
    public let scores: [(question: Question, generations: [TextScore])]
    /// How many texts have words and no grading of this judge; they are left out.
    public let ungraded: Int
    /// The most gradings that a text has of this judge.
    public let gradings: Int

    /// Scores the texts of a cell.
    ///
    /// A text without words and without gradings earns nothing; one with words that the judge has not graded is left out, since
    /// nothing is known of it.
    ///
    /// - Parameters:
    ///   - texts: the cell's texts, at least one, all of one student, setting and k.
    ///   - judge: whose gradings count.
    ///   - rules: what code decides.
    public init(_ texts: [GradedText], judge: String, rules: ScoringRules) {
        let first = texts[0]
        (student, setting, k) = (first.student, first.setting, first.k)
        self.judge = judge
        var (order, generations): ([Question], [Question: [TextScore]]) = ([], [:])
        var (ungraded, most) = (0, 0)
        for text in texts {
            let count = text.gradings.count { $0.judge == judge }
            most = max(most, count)
            guard count > 0 || text.isEmpty else {
                ungraded += 1
                continue
            }
            let question = Question(text)
            if generations[question] == nil { order.append(question) }
            generations[question, default: []].append(TextScore(text, judge: judge, rules: rules))
        }
        scores = order.map { ($0, generations[$0] ?? []) }
        (self.ungraded, gradings) = (ungraded, most)
    }

    /// The value of each combination.
    ///
    /// - Parameters:
    ///   - metric: which metric.
    ///   - aggregation: how generations become one value.
    /// - Returns: a value for each of the scores, in their order.
    public func values(of metric: Metric, over aggregation: Aggregation) -> [Double] {
        scores.map { _, generations in
            let values = generations.map { $0.value(of: metric) }
            return switch aggregation {
            case .best: values.max() ?? 0
            case .mean: values.reduce(0, +) / Double(values.count)
            }
        }
    }

    /// A metric with its standard error over combinations; nil of a cell without any graded text.
    public func estimate(of metric: Metric, over aggregation: Aggregation) -> MeanEstimate? {
        MeanEstimate(values(of: metric, over: aggregation))
    }

    /// The sum of a count over all texts.
    public func total(_ count: KeyPath<TextScore, Int>) -> Int {
        scores.reduce(0) { sum, score in sum + score.generations.reduce(0) { $0 + $1[keyPath: count] } }
    }

    /// How many texts are scored.
    public var texts: Int { scores.reduce(0) { $0 + $1.generations.count } }

    /// The most generations that a combination has.
    public var generations: Int { scores.map(\.generations.count).max() ?? 0 }
}
