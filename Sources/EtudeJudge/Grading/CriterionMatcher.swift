import EtudeCore
import EtudeText

/// Recognizes the criteria of one assignment by the words in which a judge names them.
///
/// A phrase names a criterion when it holds one of its names and else nothing but words that rubrics put around names, such as
/// "correctly illustrates the". Longer names win over shorter ones inside them, so that of two skills one of which is the
/// beginning of the other the right one is found. A phrase that names two criteria, or has any word to spare, names none: "does
/// not illustrate metaphor" is not read as "illustrates metaphor".
struct CriterionMatcher {
    private let matcher: NameMatcher
    private let criteria: [String: Criterion]

    /// A matcher of an assignment's criteria.
    init(_ assignment: Assignment) {
        var names: [NameMatcher.Name] = []
        var criteria: [String: Criterion] = [:]
        for criterion in Criterion.all(of: assignment) {
            criteria[criterion.name] = criterion
            names += CriterionNames.names(of: criterion, in: assignment).map {
                NameMatcher.Name(owner: criterion.name, form: $0)
            }
        }
        matcher = NameMatcher(names)
        self.criteria = criteria
    }

    /// The criterion of the name that rows use, such as `skill:red-herring`.
    func criterion(id: String) -> Criterion? { criteria[id] }

    /// The one criterion that a phrase names; nil for none, several, and a phrase with words to spare.
    ///
    /// - Parameter phrase: a label, a number of a list before it or not.
    /// - Returns: the criterion.
    func criterion(named phrase: some StringProtocol) -> Criterion? {
        let phrase = String(GradingLine.withoutNumber(Substring(phrase)))
        let words = Folding.nameWords(phrase)
        let matches = Self.longest(matcher.matches(in: phrase))
        guard let owner = matches.first?.owner, matches.allSatisfy({ $0.owner == owner }) else { return nil }
        var spare = Set(words.indices)
        for match in matches { spare.subtract(match.words) }
        return spare.allSatisfy { CriterionNames.fillers.contains(words[$0]) } ? criteria[owner] : nil
    }

    /// The matches that stand in no longer one; they come by first word, the longer first.
    private static func longest(_ matches: [NameMatcher.Match]) -> [NameMatcher.Match] {
        var kept: [NameMatcher.Match] = []
        for match in matches {
            guard let last = kept.last, match.words.upperBound <= last.words.upperBound, match.words != last.words
            else {
                kept.append(match)
                continue
            }
        }
        return kept
    }

    /// Whether a phrase holds nothing but words that rubrics put around names, or nothing at all.
    func isFiller(_ phrase: some StringProtocol) -> Bool {
        Folding.nameWords(String(phrase)).allSatisfy(CriterionNames.fillers.contains)
    }
}
