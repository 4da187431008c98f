import EtudeCore
import EtudePrompt
import EtudeText

/// Recognizes the criteria of one assignment by the words in which a judge names them.
///
/// A phrase names a criterion when it holds one of its names and else nothing but words that rubrics put around names, such as
/// "correctly illustrates the". Longer names win over shorter ones inside them, so that of two skills one of which is the
/// beginning of the other the right one is found. A phrase that names two criteria, or has any word to spare, names none: "does
/// not illustrate metaphor" is not read as "illustrates metaphor".
///
/// What is worded just as the rubric words a criterion names it, whatever else the words could mean.
struct CriterionMatcher: Sendable {
    /// A place of a phrase that names a criterion.
    private struct Match {
        let criterion: Criterion
        let words: Range<Int>
    }

    private let criteria: [Criterion]
    private let matchers: [NameMatcher]
    private let labels: [(words: [String], criterion: Criterion)]
    /// The rubric's labels, and the names of skills and topic.
    let names: [String]

    /// A matcher of an assignment's criteria.
    ///
    /// - Parameters:
    ///   - assignment: what was asked for.
    ///   - lines: the rubric's lines for it; none for SKILL-MIX's criteria by their usual names.
    init(_ assignment: Assignment, lines: [RubricLine]) {
        criteria = lines.isEmpty ? Criterion.all(of: assignment) : lines.map(\.criterion)
        let own = Dictionary(lines.map { ($0.criterion, $0.label) }) { first, _ in first }
        matchers = criteria.map { criterion in
            guard case .other(let id) = criterion else { return CriterionNames.matcher(of: criterion, in: assignment) }
            let names = [own[criterion] ?? id, String(id.map { $0 == "-" ? " " : $0 })]
            return NameMatcher(names.map { NameMatcher.Name(owner: id, form: $0) })
        }
        labels = lines.map { (Folding.nameWords($0.label), $0.criterion) }
        names = lines.map(\.label) + assignment.skills.map(\.name) + [assignment.topic.name]
    }

    /// The one criterion that a phrase names; nil for none, several, and a phrase with words to spare.
    ///
    /// - Parameter phrase: the name that rows use, such as `skill:red-herring`, or a label, a number of a list before it or not.
    /// - Returns: the criterion.
    func criterion(named phrase: some StringProtocol) -> Criterion? {
        let phrase = String(GradingLine.withoutNumber(Substring(phrase)))
        if let criterion = criteria.first(where: { $0.name == phrase }) { return criterion }
        let words = Folding.nameWords(phrase)
        if let label = labels.first(where: { $0.words == words }) { return label.criterion }
        let matches = longest(in: words)
        guard let named = matches.first?.criterion, matches.allSatisfy({ $0.criterion == named }) else { return nil }
        var spare = Set(words.indices)
        for match in matches { spare.subtract(match.words) }
        return spare.allSatisfy { CriterionNames.fillers.contains(words[$0]) } ? named : nil
    }

    /// The matches that stand in no longer one, by first word.
    private func longest(in words: [String]) -> [Match] {
        var matches = zip(criteria, matchers).flatMap { criterion, matcher in
            matcher.matches(inNameWords: words).map { Match(criterion: criterion, words: $0.words) }
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
