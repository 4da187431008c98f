public import EtudeCore
public import EtudeModel
public import EtudePrompt

/// The two turns in which a teacher writes a text: a first try without a limit, and a revision within the sentence limit
/// (SKILL-MIX, arXiv 2310.17567).
///
/// Each turn's request has a seed of its own below the attempt's, so that neither depends on the other's answer. The text that
/// counts is the revision's. A first answer whose text cannot be told apart is revised all the same, because the second
/// request says again how to mark it; one that was cut, refused or left empty ends the conversation.
public struct TeacherConversation: Sendable {
    private let model: any ChatModel
    private let settings: SamplingSettings
    private let request: Template
    private let revision: Template
    private let values: RequestValues

    /// A conversation in the words of a template set.
    ///
    /// - Parameters:
    ///   - templates: a set with `request.mustache`, `revise.mustache` and `genre.mustache`.
    ///   - model: the teacher.
    ///   - settings: how the teacher is asked to sample.
    /// - Throws: ``EtudeError`` with code `data` for a template that is missing or names a variable that nobody fills.
    public init(templates: TemplateSet, model: any ChatModel, settings: SamplingSettings) throws(EtudeError) {
        self.model = model
        self.settings = settings
        request = try templates["request.mustache"]
        revision = try templates["revise.mustache"]
        values = RequestValues(
            genre: try templates["genre.mustache"].render([:]),
            definitions: true,
            explanation: true,
            limited: false
        )
        try request.requireOnly(RequestValues.known)
        try revision.requireOnly(RequestValues.known)
    }

    /// The first turn's request.
    ///
    /// - Parameters:
    ///   - assignment: what the text must show.
    ///   - positionSeed: the seed that all attempts at the position share; the wording follows from it.
    ///   - seed: the attempt's seed; the sampling follows from it.
    /// - Returns: the request.
    /// - Throws: ``EtudeError`` with code `data` for a template that cannot be filled.
    public func firstRequest(_ assignment: Assignment, positionSeed: Seed, seed: Seed) throws(EtudeError) -> ChatRequest
    {
        try firstRequest(assignment, values.values(for: assignment, positionSeed: positionSeed), seed: seed)
    }

    /// Has a text written.
    ///
    /// - Parameters:
    ///   - assignment: what the text must show.
    ///   - positionSeed: the seed that all attempts at the position share; the wording follows from it.
    ///   - seed: the attempt's seed; the sampling follows from it.
    /// - Returns: the draft, or why there is none.
    /// - Throws: ``ModelFailure`` when the model does not answer, ``EtudeError`` for a template that cannot be filled.
    public func write(_ assignment: Assignment, positionSeed: Seed, seed: Seed) async throws -> Writing {
        let values = values.values(for: assignment, positionSeed: positionSeed)
        let first = try firstRequest(assignment, values, seed: seed)
        var transcript = Transcript(messages: first.messages, teacher: model.name)
        if let reason = transcript.take(try await model.answer(first)), reason != .unreadable {
            return .rejected(reason, transcript.draft)
        }
        transcript.messages.append(Message(.user, try revision.render(values)))
        let second = chatRequest(transcript.messages, seed: seed.child("turn-2"), assignment)
        if let reason = transcript.take(try await model.answer(second)) {
            return .rejected(reason, transcript.draft)
        }
        return .draft(transcript.draft)
    }

    private func firstRequest(
        _ assignment: Assignment,
        _ values: TemplateValues,
        seed: Seed
    ) throws(EtudeError) -> ChatRequest {
        chatRequest([Message(.user, try request.render(values))], seed: seed.child("turn-1"), assignment)
    }

    private func chatRequest(_ messages: [Message], seed: Seed, _ assignment: Assignment) -> ChatRequest {
        ChatRequest(messages: messages, settings: settings, seed: seed, task: .write(assignment))
    }
}
