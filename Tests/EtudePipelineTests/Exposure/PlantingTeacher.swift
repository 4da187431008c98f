import EtudeCore
import EtudeGenerate
import EtudeIngest
import EtudeModel
import EtudeTesting
import Synchronization

/// A server that writes as the built-in teacher does and slips a clause of a held-out skill into a share of its texts for
/// training: what no label tells.
final class PlantingTeacher: Sendable {
    /// Templates in which the server finds what is asked for.
    static let templates = [
        "request.mustache": """
        {{! variables: topic skills skills.name }}
        {{#skills}}
        skill={{name}}
        {{/skills}}
        topic={{topic}}
        """,
        "revise.mustache": "{{! variables: }}\nOnce more.",
        "genre.mustache": "{{! variables: }}\na text",
        "completion.mustache":
            "{{! variables: text reason }}\nAnswer: {{text}}{{#reason}}\n\nExplanation: {{reason}}{{/reason}}",
    ]

    private let catalog: Catalog
    private let heldOut: [Skill]
    private let share: Double
    private let written = Mutex<Set<String>>([])

    /// A teacher of the shipped catalog that plants skills of some categories into a share of the training texts.
    init(heldOut categories: Set<String>, share: Double) throws {
        catalog = try Catalog(
            skills: CatalogReader.skills(from: .shipped),
            topics: CatalogReader.topics(from: .shipped)
        )
        heldOut = catalog.skills.filter { categories.contains($0.category) }
        self.share = share
    }

    /// The texts with a clause more, so far.
    var planted: Set<String> { written.withLock { $0 } }

    func reply(to request: ReceivedRequest, number: Int) async throws -> ServerReply {
        let prompt = request.body["messages"]?.array?.first?["content"]?.string ?? ""
        let seed = Seed(UInt64(request.body["seed"]?.int ?? 0))
        let assignment = try assignment(prompt)
        let asked = ChatRequest(messages: [], settings: SamplingSettings(), seed: seed, task: .write(assignment))
        let answer = try await BuiltInTeacher(catalog: catalog).answer(asked).text
        return .completion(try plant(answer, assignment, seed))
    }

    private func assignment(_ prompt: String) throws -> Assignment {
        let lines = prompt.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        func values(_ key: String) -> [String] { lines.filter { $0.count == 2 && $0[0] == key }.map { $0[1] } }
        let topics = catalog.topics.filter { values("topic").contains($0.name) }
        let skills = values("skill").compactMap { name in catalog.skills.first { $0.name == name } }
        guard let topic = topics.first else { throw ModelFailure(.badRequest, "No topic in \(prompt)") }
        return Assignment(skills: skills, topic: topic, sentenceLimit: max(1, skills.count - 1), language: "en")
    }

    /// The answer with a clause before its text's last full stop, so that it has no sentence more.
    private func plant(_ answer: String, _ assignment: Assignment, _ seed: Seed) throws -> String {
        var generator = SeededGenerator(seed: seed.child("plant"))
        let isTraining = assignment.skills.allSatisfy { !heldOut.contains($0) }
        guard isTraining, generator.unit() < share, let end = answer.firstRange(of: "\n\nExplanation:")?.lowerBound
        else {
            return answer
        }
        let skill = heldOut[generator.below(heldOut.count)]
        let clause = fill(skill.realizations[generator.below(skill.realizations.count)], assignment.topic)
        let text = answer[..<end].dropFirst("Answer: ".count).dropLast() + "; " + clause + "."
        written.withLock { _ = $0.insert(String(text)) }
        return "Answer: \(text)\(answer[end...])"
    }

    private func fill(_ realization: Realization, _ topic: Topic) -> String {
        realization.pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .slot(let slot):
                let entry = topic.lexicon[slot.kind][slot.isOther ? 1 : 0]
                return slot.hasArticle ? "a \(entry)" : entry
            }
        }.joined()
    }
}
