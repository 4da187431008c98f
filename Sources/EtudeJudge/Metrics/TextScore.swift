import EtudeCore

/// The points of one text by one judge, and the metrics of that text.
///
/// A criterion's point follows from the majority of the pass and fail votes of the judge's gradings; what could not be read is
/// no vote. As many passes as fails is a tie, which earns nothing and is counted, as is a criterion of which no vote could be
/// read. (The original code rounds the mean of the points, an unread one being 0, to the nearest whole number and a half to the
/// even one, which is 0: a tie earns nothing there either, but goes unnoticed.) The sentence limit is decided by code, and so
/// is a skill that the text names, where names are deducted. Criteria beyond the k+3 do not enter.
public struct TextScore: Sendable, Hashable {
    /// How many of the k skills have their point.
    public let skillPoints: Int
    /// How many of topic, sense and sentence limit have their point.
    public let otherPoints: Int
    /// How many criteria were as often passed as failed.
    public let ties: Int
    /// How many criteria were graded without a vote that could be read.
    public let unread: Int
    /// How many skills can have no point because the text names them.
    public let named: Int
    /// How many skills were asked for.
    public let k: Int

    /// Scores a text by one judge's gradings.
    ///
    /// - Parameters:
    ///   - text: the text; without gradings it has no point of a judge.
    ///   - judge: whose gradings count.
    ///   - rules: what code decides.
    public init(_ text: GradedText, judge: String, rules: ScoringRules) {
        let isGraded = text.gradings.contains { $0.judge == judge }
        let named = rules.nameDeduction?.namedSkills(in: text) ?? []
        var (skills, others, ties, unread) = (0, 0, 0, 0)
        for criterion in text.criteria where criterion != .sentenceLimit {
            switch text.majority(on: criterion, by: judge) {
            case .fail: break
            case .tie: ties += 1
            case .unread: unread += isGraded ? 1 : 0
            case .pass:
                guard case .skill(let id) = criterion else {
                    others += 1
                    continue
                }
                skills += named.contains(id) ? 0 : 1
            }
        }
        if rules.sentenceRule.count(text.text) <= text.sentenceLimit { others += 1 }
        (skillPoints, otherPoints, self.ties, self.unread) = (skills, others, ties, unread)
        (self.named, k) = (named.count, text.k)
    }

    /// What the text adds to a metric.
    ///
    /// - Parameter metric: which.
    /// - Returns: 0 or 1, or for the skill fraction a number from 0 to 1.
    public func value(of metric: Metric) -> Double {
        switch metric {
        case .fullMarks: skillPoints == k && otherPoints == 3 ? 1 : 0
        case .allSkills: skillPoints == k && otherPoints >= 2 ? 1 : 0
        case .skillFraction: otherPoints == 3 ? Double(skillPoints) / Double(k) : 0
        }
    }
}
