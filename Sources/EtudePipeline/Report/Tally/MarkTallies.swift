import EtudeCore

/// How many marks of each kind were given, by k and criterion; the criteria of all skills are one.
struct MarkTallies {
    /// Marks of one criterion.
    struct Counts: Hashable {
        var pass = 0
        var fail = 0
        var unknown = 0

        var total: Int { pass + fail + unknown }
    }

    /// The counts by k and the criterion's name.
    private(set) var counts: [Int: [String: Counts]] = [:]
    /// The criteria in the order in which they were met first.
    private(set) var criteria: [String] = []

    /// Takes the marks of a draft.
    mutating func add(_ marks: [Mark], k: Int) {
        for mark in marks {
            let name = if case .skill = mark.criterion { "skills" } else { mark.criterion.name }
            if !criteria.contains(name) { criteria.append(name) }
            switch mark.outcome {
            case .pass: counts[k, default: [:]][name, default: Counts()].pass += 1
            case .fail: counts[k, default: [:]][name, default: Counts()].fail += 1
            case .unknown: counts[k, default: [:]][name, default: Counts()].unknown += 1
            }
        }
    }
}
