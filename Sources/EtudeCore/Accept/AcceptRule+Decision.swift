extension AcceptRule {
    /// What the rule says of marks that are not all settled.
    ///
    /// Every combination of what the criteria may still become is taken into account, so the answer is there as soon as it is
    /// certain, and never before. Criteria that the rule only counts are not told apart, which keeps the combinations few.
    ///
    /// - Parameter possible: each criterion with the outcomes that it may still have, at least one.
    /// - Returns: true or false where all combinations give that; nil where some are accepted and others are not. Without any
    ///   criterion false.
    public func decision(over possible: [(criterion: Criterion, outcomes: Set<Mark.Outcome>)]) -> Bool? {
        guard !possible.isEmpty else { return false }
        let names = condition.ids
        var k = 0
        var skills: Set<MarkTally.Group> = [MarkTally.Group()]
        var others: Set<MarkTally.Group> = [MarkTally.Group()]
        var named: [(group: MarkTally.Group, passed: Set<String>)] = [(MarkTally.Group(), [])]
        for (criterion, outcomes) in possible {
            if case .skill = criterion {
                k += 1
                skills = Self.extended(skills, by: outcomes)
            } else if names.contains(criterion.name) {
                named = named.flatMap { known in
                    outcomes.map { outcome in
                        (
                            known.group.adding(outcome),
                            outcome == .pass ? known.passed.union([criterion.name]) : known.passed
                        )
                    }
                }
            } else {
                others = Self.extended(others, by: outcomes)
            }
        }
        var decision: Bool?
        for (group, passed) in named {
            for counted in others {
                for skills in skills {
                    let tally = MarkTally(
                        k: k,
                        total: possible.count,
                        skills: skills,
                        others: counted + group,
                        passed: passed
                    )
                    let holds = condition.holds(for: tally)
                    guard decision ?? holds == holds else { return nil }
                    decision = holds
                }
            }
        }
        return decision
    }

    /// The counts that one more criterion makes possible.
    private static func extended(_ groups: Set<MarkTally.Group>, by outcomes: Set<Mark.Outcome>) -> Set<MarkTally.Group>
    {
        Set(groups.flatMap { group in outcomes.map(group.adding) })
    }
}
