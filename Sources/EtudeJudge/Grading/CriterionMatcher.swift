import EtudeCore
import EtudeText

/// Recognizes the criteria of one assignment by the words in which a judge names them.
///
/// A phrase names a criterion when it holds one of its names and else nothing but words that rubrics put around names, such as
/// "correctly illustrates the". Longer names win over shorter ones inside them, so that of two skills one of which is the
/// beginning of the other the right one is found. A phrase that names two criteria, or has any word to spare, names none: "does
/// not illustrate metaphor" is not read as "illustrates metaphor".
struct CriterionMatcher {
    /// A place of a phrase that names a criterion.
    private struct Match {
        let criterion: Criterion
        let words: Range<Int>
    }

    private let assignment: Assignment
    private let criteria: [Criterion]

    /// A matcher of an assignment's criteria.
    init(_ assignment: Assignment) {
        self.assignment = assignment
        criteria = Criterion.all(of: assignment)
    }

    /// The criterion of the name that rows use, such as `skill:red-herring`.
    func criterion(id: String) -> Criterion? {
        guard let named = Criterion(name: id) else { return nil }
        return criteria.contains(named) ? named : nil
    }

    /// The one criterion that a phrase names; nil for none, several, and a phrase with words to spare.
    ///
    /// - Parameter phrase: a label, a number of a list before it or not.
    /// - Returns: the criterion.
    func criterion(named phrase: some StringProtocol) -> Criterion? {
        let phrase = String(GradingLine.withoutNumber(Substring(phrase)))
        let words = Folding.nameWords(phrase)
        let matches = longest(in: words)
        guard let named = matches.first?.criterion, matches.allSatisfy({ $0.criterion == named }) else { return nil }
        var spare = Set(words.indices)
        for match in matches { spare.subtract(match.words) }
        return spare.allSatisfy { CriterionNames.fillers.contains(words[$0]) } ? named : nil
    }

    /// The matches that stand in no longer one, by first word.
    private func longest(in words: [String]) -> [Match] {
        var matches = criteria.flatMap { criterion in
            CriterionNames.matcher(of: criterion, in: assignment).matches(inNameWords: words).map {
                Match(criterion: criterion, words: $0.words)
            }
        }
        matches.sort { ($0.words.lowerBound, -$0.words.count) < ($1.words.lowerBound, -$1.words.count) }
        var kept: [Match] = []
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
