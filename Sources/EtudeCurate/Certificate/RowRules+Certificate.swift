public import EtudeCore

extension RowRules {
    /// What the rows that were checked prove, given that none of them broke a rule.
    ///
    /// - Parameter measured: measurements to publish beside it, an object.
    /// - Returns: the certificate.
    public func certificate(measured: JSONValue = [:]) -> Certificate {
        Certificate(
            name: facts.name,
            proved: ["division": division, "splits": splitProofs, "rules": ruleProofs],
            measured: measured
        )
    }

    private var division: JSONValue {
        [
            "skills": sides(facts.catalog.skills.map(\.id), facts.heldOutSkills),
            "topics": sides(facts.catalog.topics.map(\.id), facts.heldOutTopics),
            "closed_tuples": ["size": .int(facts.closed.size), "count": .int(facts.closed.members.count)],
        ]
    }

    private func sides(_ ids: [String], _ heldOut: Set<String>) -> JSONValue {
        let outside = ids.count { heldOut.contains($0) }
        return ["train": .int(ids.count - outside), "held_out": .int(outside)]
    }

    /// What each split holds, and what of it other training splits hold too.
    private var splitProofs: JSONValue {
        .object(
            facts.splits.map { split in
                let training = facts.splits.filter { $0.isTraining && $0.name != split.name }
                let proof = tally(split.name).json(sharedWith: "training", training.map { tally($0.name) })
                return JSONMember(split.name, proof)
            }
        )
    }

    private var ruleProofs: JSONValue {
        .array(
            RowRule.allCases.map { rule in
                [
                    "rule": .string(rule.rawValue),
                    "statement": .string(rule.statement),
                    "checked": .int(checked(rule.unit)),
                    "unit": .string(rule.unit.rawValue),
                ]
            }
        )
    }

    private func checked(_ unit: RowRule.Unit) -> Int {
        let counted = unit == .texts ? facts.splits.filter(\.texts) : facts.splits
        let tallies = counted.map { tally($0.name) }
        return unit == .strings ? tallies.map(\.strings).reduce(0, +) : tallies.map(\.rowCount).reduce(0, +)
    }

    private func tally(_ split: String) -> SplitTally {
        tallies[split] ?? SplitTally()
    }
}
