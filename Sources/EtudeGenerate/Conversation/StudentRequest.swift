public import EtudeCore
public import EtudePrompt

/// What a student is asked and what it should answer: the prompt and the completion of a row.
///
/// Which wording of the request a row has is drawn from the position's seed, as is the example shown of each skill.
public struct StudentRequest: Sendable {
    /// Which turns of the teacher's conversation a student learns.
    public enum Turns: String, Sendable, CaseIterable {
        /// One request with the sentence limit, and the final text.
        case final
        /// The teacher's whole conversation as it was; its last turn is the completion.
        case all
    }

    /// The name of the teacher's own wording.
    public static let teacherWording = "teacher"

    private let wordings: [Template]
    private let completion: Template
    private let turns: Turns
    private let values: RequestValues

    /// A student's request in the words of a template set.
    ///
    /// - Parameters:
    ///   - templates: a set with `request.mustache`, `genre.mustache` and `completion.mustache`.
    ///   - names: the wordings to draw from: `teacher` is the teacher's request with the sentence limit, a name `x` the set's
    ///     `requests/x.mustache`, a path the user's own file.
    ///   - folder: what a relative path starts from.
    ///   - turns: which turns are learnt.
    ///   - definitions: whether the request shows what each skill means.
    ///   - explanation: whether the request asks for an explanation and the completion gives it.
    /// - Throws: ``EtudeError``: `config` for an unknown wording or for choices that contradict `turns: all`, `data` for a
    ///   template that is missing or names a variable that nobody fills.
    public init(
        templates: TemplateSet,
        names: [String],
        relativeTo folder: String,
        turns: Turns,
        definitions: Bool,
        explanation: Bool
    ) throws(EtudeError) {
        guard turns == .final || (names == [Self.teacherWording] && definitions && explanation) else {
            throw EtudeError(
                .config,
                "`turns: all` keeps the teacher's conversation as it was, with definitions and explanation; leave out "
                    + "`request`, `definitions` and `explanation`, or write `turns: final`."
            )
        }
        guard !names.isEmpty else {
            throw EtudeError(.config, "No wording of the student's request is named; write `request: [teacher]`.")
        }
        var wordings: [Template] = []
        for name in names {
            let template = try Self.wording(name, in: templates, relativeTo: folder)
            try template.requireOnly(RequestValues.known)
            wordings.append(template)
        }
        self.wordings = wordings
        self.turns = turns
        completion = try templates["completion.mustache"]
        try completion.requireOnly(["text", "reason", "explanation"])
        values = RequestValues(
            genre: try templates["genre.mustache"].render([:]),
            definitions: definitions,
            explanation: explanation,
            limited: true
        )
    }

    /// The single request, as a row without a conversation has it (a split of requests only too).
    ///
    /// - Parameters:
    ///   - assignment: what the text must show.
    ///   - positionSeed: the seed that all attempts at the position share.
    /// - Returns: one turn of the user.
    /// - Throws: ``EtudeError`` with code `data` for a template that cannot be filled.
    public func prompt(_ assignment: Assignment, positionSeed: Seed) throws(EtudeError) -> [Message] {
        var generator = SeededGenerator(seed: positionSeed.child("student-request"))
        let wording = wordings[generator.below(wordings.count)]
        return [Message(.user, try wording.render(values.values(for: assignment, positionSeed: positionSeed)))]
    }

    /// The prompt and completion of a row.
    ///
    /// - Parameters:
    ///   - draft: the teacher's draft.
    ///   - assignment: what the text shows.
    ///   - positionSeed: the seed that all attempts at the position share.
    /// - Returns: the turns that are given, and the turn that is learnt.
    /// - Throws: ``EtudeError`` with code `data` for a template that cannot be filled.
    public func turns(
        of draft: Draft,
        for assignment: Assignment,
        positionSeed: Seed
    ) throws(EtudeError) -> (prompt: [Message], completion: [Message]) {
        guard turns == .final else { return (draft.messages.dropLast(), draft.messages.suffix(1)) }
        let answer = try completion.render([
            "text": .text(draft.text),
            "reason": .text(draft.explanation),
            "explanation": .flag(values.explanation),
        ])
        return (try prompt(assignment, positionSeed: positionSeed), [Message(.assistant, answer)])
    }

    private static func wording(
        _ name: String,
        in templates: TemplateSet,
        relativeTo folder: String
    ) throws(EtudeError) -> Template {
        if name == teacherWording { return try templates["request.mustache"] }
        if TemplateLibrary.isPath(name) { return try TemplateLibrary.template(name, relativeTo: folder) }
        let start = "requests/"
        let end = ".mustache"
        if let file = templates.files.first(where: { $0.path == start + name + end }) { return file.template }
        let known =
            [teacherWording]
            + templates.files.map(\.path).filter { $0.hasPrefix(start) }.map {
                String($0.dropFirst(start.count).dropLast(end.count))
            }
        let hint = Suggestion.nearest(to: name, in: known).map { "did you mean \($0)? " } ?? ""
        throw EtudeError(
            .config,
            "There is no wording \(name) of the student's request; \(hint)Known are \(known.joined(separator: ", ")); a file of "
                + "your own is written with a slash, such as ./\(name)\(end)."
        )
    }
}
