public import EtudeCore

/// Holds rows out by the skills that they are labelled with.
public struct SkillDivision: Sendable, Hashable {
    /// The skills of the held-out side.
    public let heldOut: Set<String>

    /// A division whose held-out side has these skills.
    public init(heldOut: Set<String>) {
        self.heldOut = heldOut
    }

    /// A division whose held-out side is drawn: the nearest whole number to a part, but at least one skill on each side.
    ///
    /// - Parameters:
    ///   - fraction: the part of the skills that is held out, from 0 to 1.
    ///   - skills: all skills, at least two.
    ///   - seed: what decides which; the order of the skills does not.
    public init(fraction: Double, of skills: Set<String>, seed: Seed) {
        var random = SeededGenerator(seed: seed.child("skills"))
        let count = Int((fraction * Double(skills.count)).rounded())
        let drawn = random.shuffled(skills.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        heldOut = Set(drawn.prefix(max(1, min(count, skills.count - 1))))
    }

    /// The side of a row: that of its skills, or neither; a row without skills is for training.
    public func side(of skills: [String]) -> RowSide {
        guard skills.contains(where: heldOut.contains) else { return .train }
        return skills.allSatisfy(heldOut.contains) ? .heldOut : .mixed
    }
}
