import EtudeCore
import EtudeText

/// Finds proposals that the pipeline's topics name: a skill of the same name as a topic, or one that stands in the words that
/// the built-in teacher uses of a topic, could never be told from the topic.
struct TopicClashes {
    private let names: Set<[String]>
    private let words: [[String]]

    /// The names and words of some topics.
    init(_ topics: [Topic]) {
        names = Set(topics.flatMap(NameForms.of).map(Folding.nameWords))
        words = topics.flatMap(\.lexicon.entries).map(Folding.nameWords)
    }

    /// The proposals that no topic names; of the others the books take note.
    func removed(from proposals: [Proposal], noting books: inout ExtractionBooks) -> [Proposal] {
        let forms = proposals.map { NameForms.of(Topic(id: "", name: $0.name, aliases: $0.aliases)) }
        let matcher = NameMatcher(
            forms.enumerated().flatMap { index, forms in
                forms.map { NameMatcher.Name(owner: "\(index)", form: $0) }
            }
        )
        let named = Set(words.flatMap { matcher.matches(inNameWords: $0) }.map(\.owner))
        return proposals.enumerated().compactMap { index, proposal in
            if forms[index].contains(where: { names.contains(Folding.nameWords($0)) }) {
                books.drop("the name of a topic of the catalog", count: proposal.count)
                return nil
            }
            if named.contains("\(index)") {
                books.drop("among the words of a topic of the catalog", count: proposal.count)
                return nil
            }
            return proposal
        }
    }
}
