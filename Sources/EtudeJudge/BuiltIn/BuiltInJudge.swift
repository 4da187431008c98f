public import EtudeCore
public import EtudeModel
import EtudeText

/// A judge that needs no model: it marks by rules what the built-in teacher can write.
///
/// It reads a request's task and knows the catalog; how a text came about it never sees. A skill is met where one of its
/// clauses stands in the text, whatever words of the catalog are in the clause's places, and the text does not name the skill.
/// The topic is met where two different words of its lexicon occur, or its name. For both it quotes the words. A text makes sense where each sentence begins
/// with no small letter, the text ends in a sentence mark, quotation marks come in pairs, no braces of a template are left and
/// no word stands twice in a row.
public struct BuiltInJudge: ChatModel {
    /// `builtin/judge`.
    public let name = "builtin/judge"
    /// True: the answer follows from the request.
    public let isDeterministic = true
    private let catalog: Catalog
    let index: MarkingIndex

    /// A judge that knows the skills and topics of a catalog.
    public init(catalog: Catalog) {
        self.catalog = catalog
        index = MarkingIndex(catalog)
    }

    /// Marks the text of a request, or says which skills it shows.
    ///
    /// - Parameter request: a request to mark, to list skills or to confirm one; its conversation is not read.
    /// - Returns: a JSON object where the request has a schema, else a table of points or lines.
    /// - Throws: ``ModelFailure`` of the kind `bad_request` for a request to write, a language other than English, and skills
    ///   and topics by which nothing can be recognized; or `CancellationError`.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try Task.checkCancellation()
        let isStructured = request.schema != nil
        switch request.task {
        case .mark(let assignment, let text):
            try refuseUnknown(assignment)
            let form: MarkForm = isStructured ? .json : .table
            return ChatAnswer(text: form.text(of: marks(text, assignment)), model: name)
        case .list(let text, let skills):
            try refuseUnknown(skills)
            return ChatAnswer(text: listing(of: skills, in: text, isStructured: isStructured), model: name)
        case .confirm(let text, let skill):
            try refuseUnknown([skill])
            return ChatAnswer(text: confirmation(of: skill, in: text, isStructured: isStructured), model: name)
        case .write, .check, .propose, .embed:
            throw ModelFailure(.badRequest, "The built-in judge marks texts; it does not write them.")
        }
    }

    /// What it says of each criterion, in SKILL-MIX's order.
    func marks(_ text: String, _ assignment: Assignment) -> [MarkForm.Entry] {
        let reading = index.read(text)
        let sentences = Sentences.split(text)
        let passage = Passage(text)
        func entry(_ criterion: Criterion, words: [Range<Int>]?) -> MarkForm.Entry {
            MarkForm.Entry(
                criterion: criterion,
                isMet: words != nil,
                evidence: words.map { passage.quotation(of: $0) } ?? ""
            )
        }
        return assignment.skills.map { skill in
            let clause = reading.names(skill: skill.id) ? nil : reading.clause(showing: skill.id)
            return entry(.skill(skill.id), words: clause.map { [$0] })
        } + [
            entry(.topic, words: reading.words(of: assignment.topic.id)),
            entry(.sense, words: SenseCheck.isMet(by: text, sentences: sentences) ? [] : nil),
            entry(.sentenceLimit, words: sentences.count <= assignment.sentenceLimit ? [] : nil),
        ]
    }

    private func refuseUnknown(_ assignment: Assignment) throws(ModelFailure) {
        guard assignment.language.lowercased().split(separator: "-").first == "en" else {
            throw ModelFailure(
                .badRequest,
                "The built-in judge reads English only, and the text is in \"\(assignment.language)\"."
            )
        }
        try refuseUnknown(assignment.skills)
        guard catalog.topic(assignment.topic.id) != nil else {
            throw ModelFailure(.badRequest, "The built-in judge's catalog has no topic \"\(assignment.topic.id)\".")
        }
    }

    private func refuseUnknown(_ skills: [Skill]) throws(ModelFailure) {
        for skill in skills where catalog.skill(skill.id)?.realizations.isEmpty ?? true {
            throw ModelFailure(
                .badRequest,
                "The skill \"\(skill.id)\" has no realizations in the catalog, and the built-in judge recognizes nothing else."
            )
        }
    }
}
