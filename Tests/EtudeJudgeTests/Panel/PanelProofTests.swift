import EtudeCore
import Testing

@testable import EtudeJudge

/// The rules of counting and settling, held against plain counting over every pattern of marks.
@Suite struct PanelProofTests {
    typealias Outcome = Mark.Outcome

    /// Every sequence of a length over some elements.
    private static func sequences<Element>(of elements: [Element], length: Int) -> [[Element]] {
        (0..<length).reduce([[]]) { sequences, _ in sequences.flatMap { sequence in elements.map { sequence + [$0] } } }
    }

    /// The documented rule, written down once more: the majority of passes and fails, none and ties unknown.
    private static func majority(_ votes: [Outcome]) -> Outcome {
        let passes = votes.filter { $0 == .pass }.count
        let fails = votes.filter { $0 == .fail }.count
        if passes > fails { return .pass }
        if fails > passes { return .fail }
        return .unknown
    }

    @Test(arguments: 1...5)
    func `every pattern of marks of up to five judges comes to the documented mark`(judges: Int) {
        let patterns = Self.sequences(of: Outcome.allCases, length: judges)
        #expect(patterns.count == [3, 9, 27, 81, 243][judges - 1])
        for votes in patterns {
            var count = VoteCount([.topic], ballots: judges, until: .everyBallot)
            for (judge, vote) in votes.enumerated() {
                #expect(!count.isSettled)
                count.add(vote == .unknown && judge % 2 == 0 ? [:] : [.topic: vote], of: judge, in: 0)
            }
            #expect(count.isSettled)
            let mark = count.verdict.marks[0]
            #expect(mark.outcome == Self.majority(votes), "\(votes)")
            #expect(mark.votes.pass == votes.count { $0 == .pass } && mark.votes.fail == votes.count { $0 == .fail })
            #expect(mark.votes.unknown == votes.count { $0 == .unknown })
            #expect(count.verdict.ballots.map { $0.marks[.topic] } == votes)
        }
    }

    /// A rule in the language of accept rules, and once more in Swift.
    struct Rule: Sendable, CustomStringConvertible {
        let description: String
        let accepts: @Sendable (_ skills: [Outcome], _ topic: Outcome, _ others: [Outcome]) -> Bool
    }

    static let rules = [
        Rule(description: "full-marks") { skills, _, others in (skills + others).allSatisfy { $0 == .pass } },
        Rule(description: "all-skills") { skills, _, others in
            skills.allSatisfy { $0 == .pass } && others.filter { $0 == .pass }.count >= others.count - 1
        },
        Rule(description: "skills >= k - 1 and topic and unknown == 0") { skills, topic, others in
            skills.filter { $0 == .pass }.count >= skills.count - 1 && topic == .pass
                && !(skills + others).contains(.unknown)
        },
        Rule(description: "topic or skills == k") { skills, topic, _ in
            topic == .pass || skills.allSatisfy { $0 == .pass }
        },
        Rule(description: "not topic and points > 0") { skills, topic, others in
            topic != .pass && (skills + others).contains(.pass)
        },
        Rule(description: "points - unknown >= 1") { skills, _, others in
            let all = skills + others
            return all.filter { $0 == .pass }.count - all.filter { $0 == .unknown }.count >= 1
        },
    ]

    /// The count is walked through as a tree: at each prefix it is settled just when all full counts below agree.
    private struct Walk {
        let rule: Rule
        let parsed: AcceptRule
        let criteria: [Criterion]
        let ballots: [[Criterion: Outcome]]
        let length: Int
        var prefixes = 0
        var settledEarly = 0

        /// What the full counts below a prefix come to.
        mutating func walk(_ votes: [[Criterion: Outcome]], _ count: VoteCount) -> Set<Bool> {
            if votes.count == length {
                let outcomes = criteria.map { criterion in
                    PanelProofTests.majority(votes.map { $0[criterion] ?? .unknown })
                }
                let named = Array(zip(criteria, outcomes))
                let skills = named.filter { if case .skill = $0.0 { true } else { false } }.map(\.1)
                let others = named.filter { if case .skill = $0.0 { false } else { true } }.map(\.1)
                let topic = named.first { $0.0 == .topic }?.1 ?? .unknown
                return [rule.accepts(skills, topic, others)]
            }
            var results: Set<Bool> = []
            for ballot in ballots {
                var next = count
                next.add(ballot, of: votes.count, in: 0)
                results.formUnion(walk(votes + [ballot], next))
            }
            prefixes += 1
            #expect(count.isSettled == (results.count == 1), "\(rule), \(votes)")
            if let only = results.first, results.count == 1 {
                settledEarly += 1
                #expect(parsed.accepts(count.verdict) == only, "\(rule), \(votes)")
            }
            return results
        }
    }

    @Test(arguments: rules)
    func `the count ends at the shortest prefix that settles acceptance, and as the full count would`(
        rule: Rule
    ) throws {
        let parsed = try AcceptRule(parsing: rule.description)
        for (criteria, length) in [
            ([Criterion.skill("a"), .topic], 4), ([.skill("a"), .skill("b"), .topic], 2),
            ([.skill("a"), .topic, .sense], 3), ([.topic], 5),
        ] {
            let patterns = Self.sequences(of: Outcome.allCases, length: criteria.count)
            let ballots = patterns.map { Dictionary(uniqueKeysWithValues: zip(criteria, $0)) }
            var walk = Walk(rule: rule, parsed: parsed, criteria: criteria, ballots: ballots, length: length)
            let start = VoteCount(criteria, ballots: length, until: .accepted(parsed))
            #expect(walk.walk([], start) == [true, false] || criteria.count == 1)
            #expect(walk.settledEarly > 0 && walk.settledEarly < walk.prefixes || criteria.count == 1)
        }
    }

    @Test func `what code decides settles like a vote that nobody can outvote`() throws {
        for outcome in [Outcome.pass, .fail] {
            for rule in [AcceptRule.fullMarks, .allSkills, try AcceptRule(parsing: "not sentence_limit")] {
                let count = VoteCount(
                    [.skill("a"), .sentenceLimit],
                    ballots: 3,
                    decided: [.sentenceLimit: outcome],
                    until: .accepted(rule)
                )
                let isCertain =
                    switch rule.text {
                    case "full-marks": outcome == .fail
                    case "all-skills": false
                    default: true
                    }
                #expect(count.isSettled == isCertain, "\(rule), \(outcome)")
                #expect(count.verdict.outcomes == [.skill("a"): .unknown, .sentenceLimit: outcome])
            }
        }
    }
}
