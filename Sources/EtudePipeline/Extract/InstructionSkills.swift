import EtudeCore
import EtudePrompt

/// Proposes skills in Instruct-SkillMix's way (arXiv 2408.14774): topics of instructions, then the skills of each; besides, the
/// query types.
struct InstructionSkills {
    let spec: ExtractSpec.Instructions
    let asker: ExtractionAsker
    let prompts: ExtractionPrompts

    /// Asks for skills, topic by topic.
    func skills(noting books: inout ExtractionBooks) async throws -> [Proposal] {
        let topics = try await topics(noting: &books)
        let questions = try topics.map { topic in
            try prompts.question(
                "skills",
                label: topic,
                schema: ExtractionSchema.skills,
                values: ["count": .text("\(spec.skills)"), "topic": .text(topic)],
                foreign: [topic]
            )
        }
        let replies = try await asker.replies(to: questions, stage: "skills", noting: &books) { _ in
            { answer, _ in answer.list("skills") }
        }
        var proposals: [Proposal] = []
        for (topic, reply) in zip(topics, replies) {
            guard case .read(let entries, let origin) = reply else { continue }
            let category = Proposal.category(of: topic)
            for (number, entry) in entries.enumerated() {
                guard number < spec.skills else {
                    books.propose()
                    books.drop("more than were asked for")
                    continue
                }
                let skill = ProposedSkill.read(entry, category: category, origin: origin, noting: &books)
                if let skill { proposals.append(skill) }
            }
        }
        return proposals
    }

    /// Asks for query types.
    func queryTypes(noting books: inout ExtractionBooks) async throws -> [QueryType] {
        guard spec.queryTypes > 0 else { return [] }
        let question = try prompts.question(
            "query-types",
            schema: ExtractionSchema.queryTypes,
            values: ["count": .text("\(spec.queryTypes)")]
        )
        let replies = try await asker.replies(to: [question], stage: "query types", noting: &books) { _ in
            { answer, _ in answer.list("query_types") }
        }
        guard case .read(let entries, let origin) = replies[0] else { return [] }
        var types: [QueryType] = []
        var keys: Set<String> = []
        for entry in entries {
            do {
                let type = try queryType(entry, origin: origin, noting: &books)
                let isNew = keys.insert(NameStems.key(type.name)).inserted
                let isWanted = isNew && types.count < spec.queryTypes
                books.proposeQueryType(dropped: isWanted ? nil : isNew ? "more than were asked for" : "named before")
                if isWanted { types.append(type) }
            } catch {
                books.proposeQueryType(dropped: error.reason)
            }
        }
        return types
    }

    private func queryType(
        _ json: JSONValue,
        origin: String,
        noting books: inout ExtractionBooks
    ) throws(ProposedText.Refusal) -> QueryType {
        let name = try ProposedText.name(json["name"]?.string ?? "")
        let description = try ProposedText.definition(json["description"]?.string ?? "")
        var examples: [String] = []
        for example in json["examples"]?.array ?? [] {
            examples += ProposedSkill.example(example, noting: &books)
        }
        return QueryType(name: name, description: description, examples: examples, origin: origin)
    }

    /// The topics: those given, or as many as the model is asked for.
    private func topics(noting books: inout ExtractionBooks) async throws -> [String] {
        switch spec.topics {
        case .given(let names): return names
        case .asked(let count):
            let question = try prompts.question(
                "topics",
                schema: ExtractionSchema.topics,
                values: ["count": .text("\(count)")]
            )
            let replies = try await asker.replies(to: [question], stage: "topics", noting: &books) { _ in
                { answer, _ in answer.list("topics") }
            }
            guard case .read(let entries, _) = replies[0] else { return [] }
            return ProposedNames.read(entries, atMost: count, noting: &books)
        }
    }
}
