import EtudeCore
import EtudeText

/// Finds the skills or topics of a catalog by what people call them: an id, a name, or an alias, in that order.
struct EntryNames: Sendable {
    private let noun: String
    private let ids: Set<String>
    private var names: [String: Set<String>] = [:]
    private var aliases: [String: Set<String>] = [:]
    private let written: [String]

    /// The names of skills.
    init(skills: [Skill]) {
        self.init("skill", skills.map { ($0.id, $0.name, NameForms.of($0)) })
    }

    /// The names of topics.
    init(topics: [Topic]) {
        self.init("topic", topics.map { ($0.id, $0.name, NameForms.of($0)) })
    }

    private init(_ noun: String, _ entries: [(id: String, name: String, aliases: [String])]) {
        self.noun = noun
        ids = Set(entries.map(\.id))
        written = entries.flatMap { [$0.id, $0.name] }
        for entry in entries {
            for name in [entry.id, entry.name] { names[Folding.key(name), default: []].insert(entry.id) }
            for alias in entry.aliases { aliases[Folding.key(alias), default: []].insert(entry.id) }
        }
    }

    /// The id of the entry that a word means.
    ///
    /// - Parameter word: an id, a name or an alias; of the latter two case, diacritics and punctuation do not count.
    /// - Returns: the id.
    /// - Throws: ``EtudeError`` with code `data` for a word that means none of them, with the nearest, or several.
    func id(of word: String) throws(EtudeError) -> String {
        guard !ids.contains(word) else { return word }
        let key = Folding.key(word)
        guard let found = names[key] ?? aliases[key], let first = found.min() else {
            let nearest = Suggestion.nearest(to: word, in: written).map { "; did you mean \"\($0)\"?" } ?? "."
            throw EtudeError(.data, "The catalog has no \(noun) \"\(word)\"\(nearest)")
        }
        guard found.count == 1 else {
            let several = found.sorted().joined(separator: ", ")
            throw EtudeError(.data, "\"\(word)\" may be any of the \(noun)s \(several); give the id.")
        }
        return first
    }
}
