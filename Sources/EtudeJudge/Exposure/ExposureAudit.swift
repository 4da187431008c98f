public import EtudeCore
import EtudeModel
public import EtudePrompt

/// Judges that look for held-out skills in a text without being told what it was written for.
///
/// First each judge names the skills it sees, out of lists of at most ``listLength`` in an order of its own; then every judge is
/// asked about every skill that anybody listed, one at a time, and the majority decides by the rule of ``JudgePanel``: as many
/// for as against, none included, is undecided, and no further judge is asked once the rest cannot change whether the skill is
/// shown. Each question is a request with a seed of its own. An answer that cannot be read is asked for once again (ask 1).
public struct ExposureAudit: Sendable {
    /// The most skills of one list.
    public static let listLength = 25

    private let judges: [JudgeSeat]
    private let questions: [ExposureQuestions]
    private let skills: [Skill]

    /// An audit for some skills.
    ///
    /// - Parameters:
    ///   - judges: the seats, at least one.
    ///   - templates: the audit's templates.
    ///   - skills: the skills to look for.
    /// - Throws: ``EtudeError`` with code `data` for a template that is missing or names a variable that has no value.
    public init(judges: [JudgeSeat], templates: TemplateSet, skills: [Skill]) throws(EtudeError) {
        precondition(!judges.isEmpty, "An audit has at least one judge.")
        self.judges = judges
        self.skills = skills
        var questions: [ExposureQuestions] = []
        for judge in judges { questions.append(try ExposureQuestions(templates, seat: judge)) }
        self.questions = questions
    }

    /// How many lists it takes to ask for so many skills.
    public static func lists(of skills: Int) -> Int { (skills + listLength - 1) / listLength }

    /// Has a text audited.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - seed: the seed of the text's candidate.
    /// - Returns: what the panel found.
    /// - Throws: ``ModelFailure`` where a judge does not answer, `CancellationError`, or ``EtudeError`` with code `data` where a
    ///   template cannot be rendered.
    public func exposure(of text: String, seed: Seed) async throws -> Exposure {
        let seed = seed.child("exposure")
        let lists = try await Self.each(try listings(text, seed)) { seat, request, skills in
            try await ask(seat, request, about: text) { SkillListing.ids(in: $0, of: skills) }
        }
        let listed = Set(lists.compactMap(\.self).joined())
        let candidates = skills.filter { listed.contains($0.id) }
        let outcomes = try await Self.each(candidates) { skill in
            (skill.id, try await outcome(of: skill, in: text, seed))
        }
        return Exposure(
            shown: outcomes.filter { $0.1 == .pass }.map(\.0),
            undecided: outcomes.filter { $0.1 == .unknown }.map(\.0),
            unreadLists: lists.count { $0 == nil }
        )
    }

    /// The lists to be asked for, each with the judge and the skills in it.
    private func listings(_ text: String, _ seed: Seed) throws(EtudeError) -> [(Int, ChatRequest, [Skill])] {
        let count = Self.lists(of: skills.count)
        var listings: [(Int, ChatRequest, [Skill])] = []
        for seat in judges.indices {
            for list in 0..<count {
                let part = Array(skills[skills.count * list / count..<skills.count * (list + 1) / count])
                let seed = seed.child("list", String(seat), String(list))
                listings.append((seat, try questions[seat].listing(text, among: part, seed: seed), part))
            }
        }
        return listings
    }

    /// What the panel says of one skill.
    private func outcome(of skill: Skill, in text: String, _ seed: Seed) async throws -> Mark.Outcome {
        var count = VoteCount([.skill(skill.id)], ballots: judges.count, until: .accepted(.fullMarks))
        for seat in judges.indices where !count.isSettled {
            let seed = seed.child("confirm", skill.id, String(seat))
            let request = try questions[seat].confirmation(text, of: skill, seed: seed)
            let outcome = try await ask(seat, request, about: text) { answer in
                let outcome = SkillConfirmation.outcome(in: answer, about: text)
                return outcome == .unknown ? nil : outcome
            }
            count.add([.skill(skill.id): outcome ?? .unknown], of: seat, in: 0)
        }
        return count.verdict.marks.first?.outcome ?? .unknown
    }

    /// Asks a judge, once again where its answer cannot be read; nil where the second cannot either.
    private func ask<Value>(
        _ seat: Int,
        _ request: ChatRequest,
        about text: String,
        _ read: (AuditAnswer) -> Value?
    ) async throws -> Value? {
        for ask in 0...1 {
            var request = request
            request.ask = ask
            let answer = try await judges[seat].model.answer(request)
            if let value = read(AuditAnswer(answer, about: text)) { return value }
        }
        return nil
    }

    /// Asks all questions of a kind, even if some wait for a batch or a recording, so that one batch or recording takes them all.
    private static func each<Piece, Answer>(
        _ pieces: [Piece],
        _ ask: (Piece) async throws -> Answer
    ) async throws -> [Answer] {
        var answers: [Answer] = []
        var waiting: ModelFailure?
        for piece in pieces {
            do {
                answers.append(try await ask(piece))
            } catch let failure as ModelFailure where [.pending, .notRecorded].contains(failure.kind) {
                waiting = failure
            }
        }
        if let waiting { throw waiting }
        return answers
    }
}
