import EtudeCore
import EtudeText

/// Finds entries of one side whose text, or template text, names an entry of the other side.
///
/// Whatever stands in a definition, an example or a template goes into requests, and so into what a student is trained on:
/// a held-out skill named there is not held out.
struct MentionScan {
    /// A text that would enter the prompts of one side.
    struct Source {
        /// The entry, or the template file.
        let owner: String
        let place: Place?
        let texts: [String]
    }

    /// A mention across the division.
    struct Mention: Hashable {
        let entry: String
        let names: String
        let form: String
        let place: Place?
    }

    private let matcher: NameMatcher
    private let side: Set<String>

    /// A scan for the names of some skills and topics.
    init(skills: [Skill], topics: [Topic]) {
        var names: [NameMatcher.Name] = []
        for skill in skills { names += NameForms.of(skill).map { NameMatcher.Name(owner: skill.id, form: $0) } }
        for topic in topics { names += NameForms.of(topic).map { NameMatcher.Name(owner: topic.id, form: $0) } }
        matcher = NameMatcher(names)
        side = Set(skills.map(\.id) + topics.map(\.id))
    }

    /// The first mention of each pair of entries.
    func mentions(in sources: [Source]) -> [Mention] {
        var seen: Set<[String]> = []
        var mentions: [Mention] = []
        for source in sources {
            for match in source.texts.flatMap({ matcher.matches(in: $0) }) where match.owner != source.owner {
                guard seen.insert([source.owner, match.owner]).inserted else { continue }
                mentions.append(Mention(entry: source.owner, names: match.owner, form: match.form, place: source.place))
            }
        }
        return mentions
    }

    /// What a skill brings into prompts.
    static func source(_ skill: Skill) -> Source {
        var texts = [skill.name, skill.definition] + skill.examples + skill.realizations.map(\.source)
        if let counterexample = skill.counterexample { texts += [counterexample.text, counterexample.reason] }
        return Source(owner: skill.id, place: skill.place, texts: texts)
    }

    /// What a topic brings into prompts and texts.
    static func source(_ topic: Topic) -> Source {
        Source(owner: topic.id, place: topic.place, texts: [topic.name] + topic.lexicon.entries)
    }
}
