/// The marks of a verdict as an accept rule counts them.
struct MarkTally {
    /// Passes and unknown marks among some criteria.
    struct Group: Hashable {
        var pass = 0
        var unknown = 0

        /// Counts one more criterion.
        func adding(_ outcome: Mark.Outcome) -> Group {
            Group(pass: pass + (outcome == .pass ? 1 : 0), unknown: unknown + (outcome == .unknown ? 1 : 0))
        }

        static func + (first: Group, second: Group) -> Group {
            Group(pass: first.pass + second.pass, unknown: first.unknown + second.unknown)
        }
    }

    /// How many skills there are.
    let k: Int
    /// How many criteria there are.
    let total: Int
    /// The skills.
    let skills: Group
    /// The other criteria.
    let others: Group
    /// The ids that pass, of the criteria that the rule names.
    let passed: Set<String>

    /// What the rule counts.
    subscript(count: AcceptCount) -> Int {
        switch count {
        case .k: k
        case .skills: skills.pass
        case .others: others.pass
        case .points: skills.pass + others.pass
        case .total: total
        case .unknown: skills.unknown + others.unknown
        }
    }
}
