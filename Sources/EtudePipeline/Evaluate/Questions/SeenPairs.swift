public import EtudeCore

/// How many of the pairs of skills that a cell asks for stand together in a training row.
public struct SeenPairs: Sendable, Hashable {
    /// The setting, or the split of a release.
    public let setting: String
    /// How many skills a text must show.
    public let k: Int
    /// The different pairs asked for.
    public let asked: Int
    /// Those of them that a training row holds.
    public let seen: Int

    /// The share that was seen; nil where no pair is asked for, as at k = 1.
    public var share: Double? { asked > 0 ? Double(seen) / Double(asked) : nil }

    /// The count as a JSON object.
    public var json: JSONValue {
        [
            "setting": .string(setting), "k": .int(k), "pairs": .int(asked), "seen": .int(seen),
            "share": share.map(JSONValue.double) ?? .null,
        ]
    }
}

/// Two skills, whatever their order.
struct SkillPair: Hashable {
    private let first: String
    private let second: String

    /// All pairs of some skills.
    static func all(of skills: [String]) -> Set<SkillPair> {
        let sorted = Set(skills).sorted()
        return Set(
            sorted.indices.flatMap { index in
                sorted[(index + 1)...].map { SkillPair(first: sorted[index], second: $0) }
            }
        )
    }
}
