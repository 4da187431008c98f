public import EtudeCore
public import EtudeModel

/// A teacher that needs no model: it fills clauses of the catalog with a topic's words and joins them into sentences.
///
/// It reads a request's task and seed and nothing else, so that a whole run can be tried, tested and repeated at no cost. Skills
/// and topic are looked up in the catalog by id; an assignment need not carry their clauses and words.
public struct BuiltInTeacher: ChatModel {
    /// `builtin/teacher`.
    public let name = "builtin/teacher"
    /// True: the answer follows from the request.
    public let isDeterministic = true
    private let catalog: Catalog

    /// A teacher that knows the skills and topics of a catalog.
    public init(catalog: Catalog) {
        self.catalog = catalog
    }

    /// Writes a text for the assignment of a request, with an explanation.
    ///
    /// - Parameter request: a request to write; its conversation is not read.
    /// - Returns: `Answer:` with the text, then `Explanation:` with the words that show each skill.
    /// - Throws: ``ModelFailure`` of the kind `bad_request` for a request to mark, a language other than English, a skill
    ///   without clauses, and a topic without the words that a clause needs; or `CancellationError`.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try Task.checkCancellation()
        guard case .write(let assignment) = request.task else {
            throw ModelFailure(.badRequest, "The built-in teacher writes texts; it does not mark them.")
        }
        guard assignment.language.lowercased().split(separator: "-").first == "en" else {
            throw ModelFailure(
                .badRequest,
                "The built-in teacher writes English only, and the text is wanted in \"\(assignment.language)\"."
            )
        }
        guard let topic = catalog.topic(assignment.topic.id) else {
            throw ModelFailure(.badRequest, "The built-in teacher's catalog has no topic \"\(assignment.topic.id)\".")
        }
        var composer = Composer(topic: topic, seed: request.seed.child("built-in-teacher"))
        let composition = try composer.compose(
            try assignment.skills.map(known),
            sentenceLimit: assignment.sentenceLimit
        )
        return ChatAnswer(text: composition.answer, model: name)
    }

    private func known(_ skill: Skill) throws(ModelFailure) -> Skill {
        guard let known = catalog.skill(skill.id), !known.realizations.isEmpty else {
            throw ModelFailure(
                .badRequest,
                "The skill \"\(skill.id)\" has no realizations in the catalog, and the built-in teacher writes nothing else."
            )
        }
        return known
    }
}
