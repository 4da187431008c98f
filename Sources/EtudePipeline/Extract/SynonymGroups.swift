import EtudeCore
import EtudePrompt
import EtudeText

/// Has a model put names of one and the same skill together.
///
/// Up to ``groupSize`` names stand in one question. Where they need several, there is a second round: in the first, names with
/// the same last word stand together, and in the second what came of it stands in an order drawn by the seed. A name that no
/// readable answer places stays as it is.
struct SynonymGroups {
    /// The most names of one question.
    static let groupSize = 40

    let asker: ExtractionAsker
    let prompts: ExtractionPrompts
    let seed: Seed

    /// Groups proposals.
    ///
    /// - Parameters:
    ///   - proposals: the proposals, no two of which share a name.
    ///   - books: take note of what names no skill.
    /// - Returns: one proposal for each group; none where an answer is still to come.
    /// - Throws: whatever is no matter of a single request.
    func grouped(_ proposals: [Proposal], noting books: inout ExtractionBooks) async throws -> [Proposal] {
        let neighbours = proposals.sorted { Self.order($0) < Self.order($1) }
        let parts = EvenParts.of(neighbours, atMost: Self.groupSize)
        guard let first = try await round(parts, label: "1", noting: &books) else { return [] }
        guard parts.count > 1 else { return first }
        var generator = SeededGenerator(seed: seed.child("groups"))
        let mixed = EvenParts.of(generator.shuffled(first), atMost: Self.groupSize)
        return try await round(mixed, label: "2", noting: &books) ?? []
    }

    /// Asks about the names of each part; nil where an answer is still to come.
    private func round(
        _ parts: [[Proposal]],
        label: String,
        noting books: inout ExtractionBooks
    ) async throws -> [Proposal]? {
        let questions = try parts.map { part in
            try prompts.question(
                "groups",
                label: "\(label)|\(part.map(\.name).joined(separator: "|"))",
                schema: ExtractionSchema.groups,
                values: [
                    "names": .list(
                        part.enumerated().map { number, proposal in
                            [
                                "number": .text("\(number + 1)"), "name": .text(proposal.name),
                                "definition": .text(proposal.definition),
                            ]
                        }
                    )
                ],
                foreign: part.flatMap { [$0.name, $0.definition] }
            )
        }
        let sizes = parts.map(\.count)
        let replies = try await asker.replies(to: questions, stage: "groups", noting: &books) { number in
            { answer, isLast in GroupedNames(answer, count: sizes[number], isLast) }
        }
        var list = ProposalList()
        for (part, reply) in zip(parts, replies) {
            switch reply {
            case .open: return nil
            case .failed, .unreadable: for proposal in part { list.add(proposal) }
            case .read(let grouped, let origin):
                for number in grouped.noSkill { books.drop("names no skill", count: part[number - 1].count) }
                for proposal in grouped.merged(part, origin: origin, noting: &books) { list.add(proposal) }
            }
        }
        return list.proposals
    }

    /// The last word first, by which names of one kind stand together.
    private static func order(_ proposal: Proposal) -> String {
        NameStems.key(proposal.name).split(separator: " ").reversed().joined(separator: " ")
    }
}
