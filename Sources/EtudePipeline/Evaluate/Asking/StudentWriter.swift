import EtudeCore
import EtudeGenerate
import EtudeModel

/// Has one student write texts, each generation by a seed of its own.
struct StudentWriter: Sendable {
    /// What a student wrote.
    struct Writing: Sendable {
        /// The text; empty where none could be told apart.
        let text: String
        /// Why there is no text; nil where there is one.
        let absence: String?

        fileprivate init(_ text: String?, absence: String) {
            self.text = text ?? ""
            self.absence = text == nil ? absence : nil
        }
    }

    private let model: any ChatModel
    private let settings: SamplingSettings
    private let hasMarkers: Bool
    /// The paper's two turns; nil where a student is asked as training rows ask.
    private let conversation: TeacherConversation?

    /// A student.
    ///
    /// - Parameters:
    ///   - block: its model block, whose settings apply.
    ///   - session: the models.
    ///   - hasMarkers: whether a row's request asks for the text between markers.
    /// - Throws: ``EtudeError`` for a block or template that is wrong.
    init(_ block: String, in session: ModelSession, hasMarkers: Bool) throws {
        model = try session.models.model(block, as: .teacher)
        settings = session.models.settings(block)
        self.hasMarkers = hasMarkers
        conversation =
            session.plan.spec.evaluate.conversation == .row
            ? nil : try TeacherConversation(templates: session.plan.templates, model: model, settings: settings)
    }

    /// Asks a question.
    ///
    /// An answer is read as completions are written: between markers where the request asks for them, else as it stands. A
    /// request that fails for good leaves no text.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - generation: the number of the text among those of the question.
    /// - Returns: the text.
    /// - Throws: ``ModelFailure`` and others where the student does not answer.
    func write(_ question: EvaluationQuestion, generation: Int) async throws -> Writing {
        let seed = question.seed.child("generation", String(generation))
        do {
            guard let conversation else { return try await row(question, seed: seed) }
            switch try await conversation.write(question.assignment, positionSeed: question.seed, seed: seed) {
            case .draft(let draft): return Writing(draft.text, absence: "")
            case .rejected(let reason, _): return Writing(nil, absence: reason.code)
            }
        } catch let failure as FinalFailure {
            return Writing(nil, absence: failure.kind)
        }
    }

    private func row(_ question: EvaluationQuestion, seed: Seed) async throws -> Writing {
        let request = ChatRequest(
            messages: question.prompt,
            settings: settings,
            seed: seed,
            task: .write(question.assignment)
        )
        let answer = try await model.answer(request)
        guard answer.outcome == .answered else { return Writing(nil, absence: answer.outcome.rawValue) }
        guard hasMarkers else { return Writing(answer.text.trimmed, absence: "") }
        return Writing(AnswerParser.parse(answer.text)?.text, absence: RejectionReason.unreadable.code)
    }
}

extension String {
    /// The text without white space at either end.
    fileprivate var trimmed: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last].drop(while: \.isWhitespace))
    }
}
