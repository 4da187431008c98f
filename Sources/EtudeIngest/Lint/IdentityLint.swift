import EtudeCore
import EtudeText

/// `duplicate-id`, `bad-id` and `duplicate-name`.
enum IdentityLint {
    private struct Entry {
        let noun: String
        let id: String
        let name: String
        let forms: [String]
        let place: Place?
    }

    static func check(skills: [Skill], topics: [Topic]) -> [Diagnostic] {
        let skills = skills.map {
            Entry(noun: "skill", id: $0.id, name: $0.name, forms: NameForms.of($0), place: $0.place)
        }
        let topics = topics.map {
            Entry(noun: "topic", id: $0.id, name: $0.name, forms: NameForms.of($0), place: $0.place)
        }
        return duplicateIDs(skills) + duplicateIDs(topics) + (skills + topics).flatMap(badID)
            + duplicateNames(skills + topics)
    }

    private static func duplicateIDs(_ entries: [Entry]) -> [Diagnostic] {
        var first: [String: Entry] = [:]
        return entries.compactMap { entry in
            guard let other = first[entry.id] else {
                first[entry.id] = entry
                return nil
            }
            return Diagnostic(
                .error,
                rule: "duplicate-id",
                "The \(entry.noun) id \"\(entry.id)\" stands already\(at(other)); rename or remove one.",
                at: entry.place
            )
        }
    }

    private static func badID(_ entry: Entry) -> [Diagnostic] {
        let proper = Identifier.of(entry.id)
        guard proper != entry.id else { return [] }
        let mend = proper.isEmpty ? "use letters and digits" : "write \"\(proper)\""
        return [
            Diagnostic(.error, rule: "bad-id", "The id \"\(entry.id)\" is not in kebab-case; \(mend).", at: entry.place)
        ]
    }

    private static func duplicateNames(_ entries: [Entry]) -> [Diagnostic] {
        var first: [[String]: Int] = [:]
        var findings: [Diagnostic] = []
        for (index, entry) in entries.enumerated() {
            for form in entry.forms {
                let words = Folding.nameWords(form)
                guard let owner = first[words] else {
                    first[words] = index
                    continue
                }
                guard owner != index else { continue }
                let other = entries[owner]
                findings.append(
                    Diagnostic(
                        .error,
                        rule: "duplicate-name",
                        "\"\(form)\" also names the \(other.noun) \"\(other.id)\"\(at(other)); a text that names one names both.",
                        at: entry.place
                    )
                )
            }
        }
        return findings
    }

    private static func at(_ entry: Entry) -> String {
        entry.place.map { " at \($0)" } ?? ""
    }
}
