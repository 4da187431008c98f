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
        var entries: [String: [[Int]: Range<Int>]] = [:]
        for position in singulars.indices {
            for match in lexicons.matches(in: singulars, at: position) {
                let place = position..<position + match.length
                let entry = Array(singulars[place])
                let topic = lexiconOwners[match.owner]
                if entries[topic]?[entry] == nil { entries[topic, default: [:]][entry] = place }
            }
        }
        return Reading(
            index: self,
            words: words.map(vocabulary.number),
            entriesByTopic: entries.mapValues { places in
                places.values.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
            },
            named: Dictionary(names.matches(inNameWords: nameWords).map { ($0.owner, $0.words) }) { first, _ in first }
        )
    }

    /// A text as the index sees it.
    struct Reading {
        fileprivate let index: MarkingIndex
        fileprivate let words: [Int]
        /// Where the different entries of each topic's lexicon stand, in the order of the text.
        fileprivate let entriesByTopic: [String: [Range<Int>]]
        fileprivate let named: [String: Range<Int>]
        private static let wantedEntries = 2

        /// Where a clause of the skill stands in the text; nil where none does.
        func clause(showing skill: String) -> Range<Int>? {
            for pattern in index.patterns[skill, default: []] {
                if let place = pattern.place(in: words, index.fillings, articles: index.articles) { return place }
            }
            return nil
        }

        /// Whether the text names the skill.
        func names(skill: String) -> Bool { named[MarkingIndex.owner(skill: skill)] != nil }

        /// Where two different entries of the topic's lexicon stand, or its name; nil where neither does.
        func words(of topic: String) -> [Range<Int>]? {
            let entries = entriesByTopic[topic, default: []]
            if entries.count >= Self.wantedEntries { return Array(entries.prefix(Self.wantedEntries)) }
            return named[MarkingIndex.owner(topic: topic)].map { [$0] }
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
