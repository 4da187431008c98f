/// What two files may be wanted not to have in common.
public enum PairRule: String, Sendable, Hashable, CaseIterable {
    /// Skills.
    case skills
    /// Pairs of skills in one row.
    case pairs
    /// Triples of skills in one row.
    case triples
    /// Whole sets of skills.
    case sets
    /// Topics.
    case topics
    /// Names of the other file's skills.
    case names
    /// Near texts.
    case texts

    /// What holds when nothing breaks the rule.
    public var statement: String {
        switch self {
        case .skills: "No skill is a label in both files."
        case .pairs: "No two skills stand together in rows of both files."
        case .triples: "No three skills stand together in rows of both files."
        case .sets: "No row of one file has exactly the skills of a row of the other."
        case .topics: "No topic stands in both files."
        case .names:
            "No string of a row contains a name of a skill that only the other file has, compared word by word without case, "
                + "accents and plurals; a name inside a longer allowed name does not count."
        case .texts: "The search for near duplicates finds no training text near to a held-out one."
        }
    }
}
