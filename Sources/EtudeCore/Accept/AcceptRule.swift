/// Which verdicts make a row: a named rule, or a condition over the marks.
///
///     skills >= k - 1 and topic and sense and unknown == 0
///
/// Numbers are `k` (skills asked for), `skills`, `others` and `points` (skills, other criteria and all criteria that pass), `total`
/// (all criteria) and `unknown` (criteria that could not be settled), and their sums and differences. A criterion other than a skill
/// is named by its id, with `_` for `-`, and holds where it passes; unknown is no pass. `full-marks` is `points == total`, and
/// `all-skills` is `skills == k and others >= total - k - 1`: every skill, and all but one of the other criteria at least, which are
/// two of SKILL-MIX's three (arXiv 2310.17567, Ratio of All Skills). A verdict without marks is never accepted.
public struct AcceptRule: Sendable, Hashable, CustomStringConvertible {
    /// The rule as it is written in a pipeline file.
    public let text: String
    let condition: AcceptCondition
    private let named: [Name]

    /// A criterion that the rule names.
    private struct Name: Sendable, Hashable {
        let id: String
        let position: Int
    }

    /// How many criteria a rule may name; beyond them, `others` and `points` count.
    static let maximumNames = 6

    /// Every criterion passes.
    public static let fullMarks = AcceptRule(
        "full-marks",
        .comparison(.count(.points), .equal, .count(.total))
    )

    /// Every skill passes, and all but one of the other criteria.
    public static let allSkills = AcceptRule(
        "all-skills",
        .and(
            .comparison(.count(.skills), .equal, .count(.k)),
            .comparison(
                .count(.others),
                .atLeast,
                .difference(.difference(.count(.total), .count(.k)), .literal(1))
            )
        )
    )

    private init(_ name: String, _ condition: AcceptCondition) {
        text = name
        self.condition = condition
        named = []
    }

    /// Reads a rule; whether the criteria that it names exist, ``requireCriteria(_:)`` says.
    ///
    /// - Parameter text: `full-marks`, `all-skills`, or a condition.
    /// - Throws: ``EtudeError`` with code `config` and the position in the rule for what cannot be understood.
    public init(parsing text: String) throws(EtudeError) {
        if let rule = [Self.fullMarks, Self.allSkills].first(where: { $0.text == text }) {
            self = rule
            return
        }
        guard text.utf8.count <= 500 else { throw EtudeError(.config, "An accept rule has at most 500 characters.") }
        var parser = try AcceptParser(text)
        condition = try parser.parse()
        named = parser.named.map { Name(id: $0.id, position: $0.position) }
        self.text = text
        guard condition.ids.count <= Self.maximumNames else {
            throw EtudeError(
                .config,
                "The rule names \(condition.ids.count) criteria, at most \(Self.maximumNames) are possible; count the rest by "
                    + "`others` or `points`."
            )
        }
    }

    /// The rule as it is written.
    public var description: String { text }

    /// Refuses a rule that names what is no criterion.
    ///
    /// - Parameter ids: the ids of the rubric's criteria.
    /// - Throws: ``EtudeError`` with code `config`, the position in the rule and the nearest name.
    public func requireCriteria(_ ids: [String]) throws(EtudeError) {
        let known = ids.filter { $0 != Criterion.perSkillID }
        for name in named where !known.contains(name.id) {
            let words = (AcceptCount.allCases.map(\.rawValue) + known + ["full-marks", "all-skills"])
            let nearest = Suggestion.nearest(to: name.id, in: words).map { "did you mean `\(Self.word($0))`? " } ?? ""
            let all = (AcceptCount.allCases.map(\.rawValue) + known).map(Self.word).joined(separator: ", ")
            throw Self.failure(
                text,
                at: name.position,
                "`\(Self.word(name.id))` is no criterion or count; \(nearest)Known are \(all)."
            )
        }
    }

    /// Whether a draft of this verdict becomes a row.
    public func accepts(_ verdict: Verdict) -> Bool { accepts(verdict.marks) }

    /// Whether a draft with these marks becomes a row.
    public func accepts(_ marks: [Mark]) -> Bool {
        decision(over: marks.map { ($0.criterion, [$0.outcome]) }) ?? false
    }

    /// An id as the rule writes it; the two named rules keep their dash.
    private static func word(_ id: String) -> String {
        ["full-marks", "all-skills"].contains(id) ? id : String(id.map { $0 == "-" ? "_" : $0 })
    }

    static func failure(_ rule: String, at position: Int, _ message: String) -> EtudeError {
        EtudeError(.config, "In the accept rule `\(rule)`, at character \(position): \(message)")
    }
}
