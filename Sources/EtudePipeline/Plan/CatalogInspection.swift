public import EtudeCore
import EtudeIngest
import EtudePublish
import EtudeSample

/// A catalog with what is wrong with it, for people who look at it.
public struct CatalogInspection: Sendable {
    /// What the lint found.
    public let diagnostics: [Diagnostic]
    private let skills: [Skill]
    private let topics: [Topic]

    /// Lints a catalog.
    ///
    /// - Parameters:
    ///   - catalog: the catalog.
    ///   - kin: whether skills that are kin are named too, as notes.
    public init(_ catalog: SelectedCatalog, kin: Bool = false) {
        skills = catalog.skills
        topics = catalog.topics
        diagnostics =
            catalog.notes + CatalogLint.check(skills: skills, topics: topics) + (kin ? Self.kin(among: skills) : [])
    }

    private static func kin(among skills: [Skill]) -> [Diagnostic] {
        let entries = Dictionary(skills.map { ($0.id, $0) }) { first, _ in first }
        return Kinship(skills).pairs.map { kin in
            let (first, second) = (entries[kin.first]?.name ?? kin.first, entries[kin.second]?.name ?? kin.second)
            return Diagnostic(
                .note,
                rule: "kin",
                "\"\(first)\" and \"\(second)\" are kin: \(kin.reason).",
                at: entries[kin.first]?.place
            )
        }
    }

    /// Whether anything found is an error.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// How many entries there are, and what was found, in a sentence.
    public var summary: String {
        func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
        let categories = Set(skills.map(\.category)).count
        return "\(skills.count) skills in \(categories) categories and \(topics.count) topics: "
            + "\(count(.error)) errors, \(count(.warning)) warnings, \(count(.note)) notes."
    }

    /// Skills by category, then topics, for people.
    public var listing: String {
        var lines: [String] = []
        var categories: [String: [String]] = [:]
        var order: [String] = []
        for skill in skills {
            if categories[skill.category] == nil { order.append(skill.category) }
            categories[skill.category, default: []].append(skill.name)
        }
        for category in order {
            let names = categories[category] ?? []
            lines.append("\(category) (\(names.count)): \(names.joined(separator: ", "))")
        }
        lines.append("topics (\(topics.count)): \(topics.map(\.name).joined(separator: ", "))")
        return lines.joined(separator: "\n")
    }

    /// Every entry as JSON.
    public var entries: [JSONValue] {
        skills.map { .object([JSONMember("kind", "skill")] + $0.json) }
            + topics.map { .object([JSONMember("kind", "topic")] + $0.json) }
    }
}
