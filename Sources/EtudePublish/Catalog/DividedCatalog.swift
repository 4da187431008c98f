public import EtudeCore

/// A catalog with the side of every entry, as `catalog.jsonl` holds it.
public struct DividedCatalog: Sendable, Hashable {
    /// The path inside a release.
    public static let path = "catalog.jsonl"

    /// Every skill and topic.
    public let catalog: Catalog
    /// The ids of the skills that training may not hold.
    public let heldOutSkills: Set<String>
    /// The ids of the topics that training may not hold.
    public let heldOutTopics: Set<String>

    /// A catalog with the held-out side of its division.
    public init(catalog: Catalog, heldOutSkills: Set<String>, heldOutTopics: Set<String>) {
        self.catalog = catalog
        self.heldOutSkills = heldOutSkills
        self.heldOutTopics = heldOutTopics
    }

    /// One line of canonical JSON for each skill, then for each topic.
    public var bytes: [UInt8] {
        let skills = catalog.skills.map { entry("skill", isHeldOut: heldOutSkills.contains($0.id), $0.json) }
        let topics = catalog.topics.map { entry("topic", isHeldOut: heldOutTopics.contains($0.id), $0.json) }
        return (skills + topics).flatMap { Array(($0.canonicalText + "\n").utf8) }
    }

    /// Reads what ``bytes`` makes.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - path: its name, for errors.
    /// - Throws: ``EtudeError`` with code `data` naming the line that is wrong.
    public init(bytes: [UInt8], path: String) throws(EtudeError) {
        var (skills, topics): ([Skill], [Topic]) = ([], [])
        var (heldOutSkills, heldOutTopics): (Set<String>, Set<String>) = ([], [])
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            let place = Place(file: path, line: number + 1)
            do {
                var reader = RecordReader(try JSONParser.parse(Array(line)))
                let (kind, side) = (try reader.string("kind"), try reader.string("side"))
                guard ["skill", "topic"].contains(kind), ["train", "held-out"].contains(side) else {
                    let message = "The entry is a \"\(kind)\" of the side \"\(side)\"; one of them is unknown."
                    throw EtudeError(.data, message)
                }
                if kind == "skill" {
                    skills.append(try Skill(&reader))
                    if side == "held-out" { heldOutSkills.insert(skills[skills.count - 1].id) }
                } else {
                    topics.append(try Topic(&reader))
                    if side == "held-out" { heldOutTopics.insert(topics[topics.count - 1].id) }
                }
                try reader.refuseOtherKeys()
            } catch let error as EtudeError {
                throw EtudeError(.data, error.message, at: place)
            } catch {
                throw EtudeError(.data, "The line is \(error).", at: place)
            }
        }
        self.init(
            catalog: try Catalog(skills: skills, topics: topics),
            heldOutSkills: heldOutSkills,
            heldOutTopics: heldOutTopics
        )
    }

    private func entry(_ kind: String, isHeldOut: Bool, _ members: [JSONMember]) -> JSONValue {
        .object([JSONMember("kind", .string(kind)), JSONMember("side", isHeldOut ? "held-out" : "train")] + members)
    }
}
