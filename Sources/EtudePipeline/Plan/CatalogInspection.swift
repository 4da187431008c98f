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

    /// Reads and lints a catalog.
    ///
    /// - Parameters:
    ///   - skills: `shipped`, or a file.
    ///   - topics: `shipped`, or a file.
    ///   - kin: whether skills that are kin are named too, as notes.
    /// - Throws: ``EtudeError`` for a file that is missing or cannot be read as a catalog.
    public init(skills: String, topics: String, kin: Bool = false) throws {
        let file = try CatalogReader.skillFile(from: skills == "shipped" ? .shipped : .file(skills))
        self.skills = file.skills
        self.topics = try CatalogReader.topics(from: topics == "shipped" ? .shipped : .file(topics))
        diagnostics =
            file.notes + CatalogLint.check(skills: self.skills, topics: self.topics)
            + (kin ? Self.kin(among: self.skills) : [])
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
        var categories: [String] = []
        for skill in skills where !categories.contains(skill.category) { categories.append(skill.category) }
        for category in categories {
            let names = skills.filter { $0.category == category }.map(\.name)
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
