import EtudeCore
import EtudeText

/// The skills and topics whose names are counted.
///
/// Of an entry's names those that hold another of them are left out: where "red herring fallacy" stands, "red herring" does.
struct NamedEntries: Sendable {
    /// The skills.
    let skills: [Skill]
    /// The topics.
    let topics: [Topic]
    /// Finds the names.
    let matcher: NameMatcher
    /// By name, the entry: the skills first, then the topics.
    let owners: [Int]

    /// SHA-256 of the ids with all that names them, in hexadecimal.
    let digest: String

    /// Skills and topics with all their names.
    init(skills: [Skill], topics: [Topic]) {
        self.skills = skills
        self.topics = topics
        let forms = Self.forms(skills, topics)
        digest = Self.digest(forms)
        var (names, owners): ([NameMatcher.Name], [Int]) = ([], [])
        for (owner, (_, id, forms)) in forms.enumerated() {
            let least = Self.least(forms)
            names += least.map { NameMatcher.Name(owner: id, form: $0) }
            owners += least.map { _ in owner }
        }
        matcher = NameMatcher(names)
        self.owners = owners
    }

    /// How many there are.
    var count: Int { skills.count + topics.count }

    /// SHA-256 of the ids of some skills and topics with all that names them, in hexadecimal.
    static func digest(_ skills: [Skill], _ topics: [Topic]) -> String { digest(forms(skills, topics)) }

    private static func forms(_ skills: [Skill], _ topics: [Topic]) -> [(kind: String, id: String, forms: [String])] {
        skills.map { ("skill", $0.id, NameForms.of($0)) } + topics.map { ("topic", $0.id, NameForms.of($0)) }
    }

    private static func digest(_ entries: [(kind: String, id: String, forms: [String])]) -> String {
        let list = entries.map { entry -> JSONValue in
            [
                "kind": .string(entry.kind), "id": .string(entry.id),
                "names": .array(entry.forms.map(JSONValue.string)),
            ]
        }
        return SHA256.digest(of: JSONValue.array(list).canonicalText).hex
    }

    /// The forms that hold no other form.
    private static func least(_ forms: [String]) -> [String] {
        let words = forms.map(Folding.nameWords)
        return forms.indices.filter { index in
            !words.indices.contains { $0 != index && words[index].contains(words[$0]) }
        }
        .map { forms[$0] }
    }
}
