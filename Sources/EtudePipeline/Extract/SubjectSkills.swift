import EtudeCore
import EtudePrompt

/// Proposes the basic skills of subjects with descriptions (SKiC, arXiv 2308.00304): first the
/// names, then a description and a mini example of each.
struct SubjectSkills {
    /// The most skills that one request asks to describe.
    private static let batch = 10

    let spec: ExtractSpec.Subjects
    let asker: ExtractionAsker
    let prompts: ExtractionPrompts

    /// Some names of a subject that are described together.
    private struct Batch {
        let subject: String
        let names: [String]
    }

    /// Asks for the skills of each subject.
    func skills(noting books: inout ExtractionBooks) async throws -> [Proposal] {
        let batches = try await batches(noting: &books)
        let questions = try batches.map { batch in
            try prompts.question(
                "descriptions",
                label: "\(batch.subject)|\(batch.names.joined(separator: "|"))",
                schema: ExtractionSchema.descriptions,
                values: [
                    "subject": .text(batch.subject),
                    "names": .list(
                        batch.names.enumerated().map { ["number": .text("\($0 + 1)"), "name": .text($1)] }
                    ),
                ],
                foreign: [batch.subject] + batch.names
            )
        }
        let sizes = batches.map(\.names.count)
        let replies = try await asker.replies(to: questions, stage: "descriptions", noting: &books) { number in
            { answer, isLast in
                answer.list("skills").flatMap { NumberedEntries.read($0, key: "number", count: sizes[number], isLast) }
            }
        }
        var proposals: [Proposal] = []
        for (batch, reply) in zip(batches, replies) {
            guard case .read(let entries, let origin) = reply else {
                if case .open = reply { continue }
                books.propose(batch.names.count)
                books.drop("never described", count: batch.names.count)
                continue
            }
            for (index, name) in batch.names.enumerated() {
                guard let entry = entries[index + 1] else {
                    books.propose()
                    books.drop("never described")
                    continue
                }
                let whole: JSONValue = [
                    "name": .string(name), "definition": entry["description"] ?? .null,
                    "example": entry["example"] ?? .null,
                ]
                let category = Proposal.category(of: batch.subject)
                let skill = ProposedSkill.read(whole, category: category, origin: origin, noting: &books)
                if let skill { proposals.append(skill) }
            }
        }
        return proposals
    }

    private func batches(noting books: inout ExtractionBooks) async throws -> [Batch] {
        let questions = try spec.names.map { subject in
            try prompts.question(
                "skills",
                label: subject,
                schema: ExtractionSchema.names,
                values: ["count": .text("\(spec.skills)"), "subject": .text(subject)],
                foreign: [subject]
            )
        }
        let replies = try await asker.replies(to: questions, stage: "subjects", noting: &books) { _ in
            { answer, _ in answer.list("skills") }
        }
        var batches: [Batch] = []
        for (subject, reply) in zip(spec.names, replies) {
            guard case .read(let entries, _) = reply else { continue }
            let names = ProposedNames.read(entries, atMost: spec.skills, noting: &books)
            for part in EvenParts.of(names, atMost: Self.batch) { batches.append(Batch(subject: subject, names: part)) }
        }
        return batches
    }
}
