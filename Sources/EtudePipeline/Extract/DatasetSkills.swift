import EtudeCore
import EtudePrompt

/// Proposes the skills that the rows of a dataset show: first row by row, then grouped by meaning.
struct DatasetSkills {
    /// The category of every proposal.
    private static let category = "seed-dataset"
    /// The most characters of the rows of one request, unless a single row has more.
    private static let mostCharacters = 12_000

    let spec: ExtractSpec.Dataset
    let rows: SeedRows
    let asker: ExtractionAsker
    let prompts: ExtractionPrompts
    let seed: Seed

    /// Asks for the skills of each row, and groups them.
    func skills(noting books: inout ExtractionBooks) async throws -> [Proposal] {
        books.rows = rows.texts.count
        let batches = batches
        let questions = try batches.map { batch in
            try prompts.question(
                "rows",
                label: SHA256.digest(of: batch.joined(separator: "\n\n")).hex,
                schema: ExtractionSchema.rows,
                values: [
                    "most": .text("\(spec.skills)"),
                    "rows": .list(batch.enumerated().map { ["number": .text("\($0 + 1)"), "text": .text($1)] }),
                ],
                foreign: batch
            )
        }
        let sizes = batches.map(\.count)
        let replies = try await asker.replies(to: questions, stage: "rows", noting: &books) { number in
            { answer, isLast in
                answer.list("rows").flatMap { NumberedEntries.read($0, key: "row", count: sizes[number], isLast) }
            }
        }
        var found = ProposalList()
        var isWhole = true
        for reply in replies {
            guard case .read(let rows, let origin) = reply else {
                if case .open = reply { isWhole = false }
                continue
            }
            for (_, row) in rows.sorted(by: { $0.key < $1.key }) {
                for (number, entry) in (row["skills"]?.array ?? []).enumerated() {
                    guard number < spec.skills else {
                        books.propose()
                        books.drop("more than were asked for")
                        continue
                    }
                    let skill = ProposedSkill.read(entry, category: Self.category, origin: origin, noting: &books)
                    if let skill { found.add(skill) }
                }
            }
        }
        guard isWhole else { return [] }
        return try await SynonymGroups(asker: asker, prompts: prompts, seed: seed)
            .grouped(found.proposals, noting: &books)
    }

    /// The rows, some in each request.
    private var batches: [[String]] {
        var batches: [[String]] = []
        var size = 0
        for text in rows.texts {
            if let last = batches.last, last.count < spec.batch, size + text.count <= Self.mostCharacters {
                batches[batches.count - 1].append(text)
                size += text.count
            } else {
                batches.append([text])
                size = text.count
            }
        }
        return batches
    }
}
