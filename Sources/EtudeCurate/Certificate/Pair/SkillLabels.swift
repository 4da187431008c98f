public import EtudeCore
import EtudeText

/// Tells which labels mean the same skill, and in which forms a text may name it.
///
/// Labels are compared without case, accents, signs and plurals: "Modus-Ponens" is "modus ponens". With a catalog a label
/// that is an entry's id, name or alias means the entry, and every form of the entry's name is a name of it.
public struct SkillLabels: Sendable {
    private let skills: [Skill]
    private var entries: [String: Int] = [:]

    /// The labels of a catalog.
    ///
    /// - Parameter skills: the catalog's skills; none where every label is a skill of its own.
    public init(_ skills: [Skill] = []) {
        self.skills = skills
        // Of two entries with one name the first by id, then by name, then by alias is meant.
        for names in [{ [$0.id] }, { [$0.name] }, NameForms.of] as [(Skill) -> [String]] {
            for (number, skill) in skills.enumerated() {
                for name in names(skill) where entries[Self.folded(name)] == nil { entries[Self.folded(name)] = number }
            }
        }
    }

    /// What all labels of one skill have in common.
    func key(of label: String) -> String {
        let folded = Self.folded(label)
        return entries[folded].map { Self.folded(skills[$0].id) } ?? folded
    }

    /// The forms in which a text may name the skill of a label.
    func forms(of label: String) -> [String] {
        entries[Self.folded(label)].map { NameForms.of(skills[$0]) } ?? [label]
    }

    /// Whether the catalog has the skill of a label.
    func isKnown(_ label: String) -> Bool { entries[Self.folded(label)] != nil }

    private static func folded(_ label: String) -> String {
        let words = Folding.nameWords(label).joined(separator: " ")
        return words.isEmpty ? label : words
    }
}
