import EtudeCore

/// Names the skills that are kin and stand on different sides of a division (`holdout-kin`).
struct KinWarnings {
    /// The most pairs that are named one by one.
    static let limit = 25

    let catalog: Catalog
    let heldOut: Set<String>
    let families: HoldoutRule.Families

    /// A warning for each pair; beyond the limit one for all others.
    func all(of pairs: [Kin]) -> [Diagnostic] {
        let others = pairs.count - Self.limit
        return pairs.prefix(Self.limit).map(warning) + (others > 0 ? [count(others)] : [])
    }

    private func warning(_ kin: Kin) -> Diagnostic {
        let (held, train) = heldOut.contains(kin.first) ? (kin.first, kin.second) : (kin.second, kin.first)
        let mend =
            families == .apart
            ? "hold out both or neither (`holdout.skills.families: together` holds out both)."
            : "hold out both or neither."
        return Diagnostic(
            .warning,
            rule: "holdout-kin",
            "\"\(name(held))\" is held out and \"\(name(train))\" trains, though \(kin.reason); \(mend)"
        )
    }

    private func count(_ others: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            rule: "holdout-kin",
            "\(others) more pairs of skills on different sides are kin; `etude plan --format json` lists all."
        )
    }

    private func name(_ id: String) -> String { catalog.skill(id)?.name ?? id }
}
