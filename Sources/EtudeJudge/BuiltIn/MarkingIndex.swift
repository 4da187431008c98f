import EtudeCore
import EtudeText

/// A catalog prepared for marking: its clauses as patterns, its lexicons and names as tables.
struct MarkingIndex {
    private let vocabulary: Vocabulary
    private let patterns: [String: [ClausePattern]]
    private let fillings: [ClausePattern.Filling: PhraseTable]
    private let articles: Set<Int>
    private let lexicons: PhraseTable
    private let lexiconOwners: [String]
    private let names: NameMatcher

    init(_ catalog: Catalog) {
        var vocabulary = Vocabulary()
        var patterns: [String: [ClausePattern]] = [:]
        for skill in catalog.skills {
            patterns[skill.id] = skill.realizations.map { ClausePattern($0, &vocabulary) }
        }
        articles = [vocabulary.add("a"), vocabulary.add("an")]
        self.patterns = patterns
        fillings = Self.fillings(Set(patterns.values.joined().flatMap(\.fillings)), catalog.topics, &vocabulary)
        (lexicons, lexiconOwners) = Self.lexicons(catalog.topics, &vocabulary)
        names = Self.names(catalog)
        self.vocabulary = vocabulary
    }

    /// What a text shows and names.
    func read(_ text: String) -> Reading {
        let words = Folding.words(text)
        let nameWords = words.map(Plurals.singular)
        let singulars = nameWords.map(vocabulary.number)
        var entries: [String: Set<[Int]>] = [:]
        for position in singulars.indices {
            for match in lexicons.matches(in: singulars, at: position) {
                entries[lexiconOwners[match.owner], default: []].insert(
                    Array(singulars[position..<position + match.length])
                )
            }
        }
        return Reading(
            index: self,
            words: words.map(vocabulary.number),
            entriesByTopic: entries.mapValues(\.count),
            named: Set(names.matches(inNameWords: nameWords).map(\.owner))
        )
    }

    /// A text as the index sees it.
    struct Reading {
        fileprivate let index: MarkingIndex
        fileprivate let words: [Int]
        fileprivate let entriesByTopic: [String: Int]
        fileprivate let named: Set<String>
        private static let wantedEntries = 2

        /// Whether a clause of the skill stands in the text.
        func shows(skill: String) -> Bool {
            index.patterns[skill, default: []].contains { pattern in
                pattern.occurs(in: words, index.fillings, articles: index.articles)
            }
        }

        /// Whether the text names the skill.
        func names(skill: String) -> Bool { named.contains(MarkingIndex.owner(skill: skill)) }

        /// Whether the text holds two different entries of the topic's lexicon, or names the topic.
        func pertains(to topic: String) -> Bool {
            entriesByTopic[topic, default: 0] >= Self.wantedEntries || named.contains(MarkingIndex.owner(topic: topic))
        }
    }
}

extension MarkingIndex {
    private static func owner(skill id: String) -> String { "skill:\(id)" }
    private static func owner(topic id: String) -> String { "topic:\(id)" }

    /// For each filling that some clause asks for, the entries of all topics.
    private static func fillings(
        _ wanted: Set<ClausePattern.Filling>,
        _ topics: [Topic],
        _ vocabulary: inout Vocabulary
    ) -> [ClausePattern.Filling: PhraseTable] {
        var tables: [ClausePattern.Filling: PhraseTable] = [:]
        for filling in wanted {
            var table = PhraseTable()
            for topic in topics {
                for entry in topic.lexicon[filling.kind] {
                    table.add(Folding.words(entry + filling.suffix).map { vocabulary.add($0) }, owner: 0)
                }
            }
            tables[filling] = table
        }
        return tables
    }

    /// The entries of all topics, each word in the singular, owned by the position of their topic.
    private static func lexicons(_ topics: [Topic], _ vocabulary: inout Vocabulary) -> (PhraseTable, [String]) {
        var table = PhraseTable()
        for (owner, topic) in topics.enumerated() {
            for entry in topic.lexicon.entries {
                table.add(Folding.nameWords(entry).map { vocabulary.add($0) }, owner: owner)
            }
        }
        return (table, topics.map(\.id))
    }

    private static func names(_ catalog: Catalog) -> NameMatcher {
        let skills = catalog.skills.flatMap { skill in
            NameForms.of(skill).map { NameMatcher.Name(owner: owner(skill: skill.id), form: $0) }
        }
        let topics = catalog.topics.flatMap { topic in
            NameForms.of(topic).map { NameMatcher.Name(owner: owner(topic: topic.id), form: $0) }
        }
        return NameMatcher(skills + topics)
    }
}
