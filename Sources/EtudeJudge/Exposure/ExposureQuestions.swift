import EtudeCore
import EtudeModel
import EtudePrompt

/// Writes what a judge is asked in an audit, from two templates: which skills a text shows, and whether it shows one.
///
/// The text stands between two equal marks that it does not hold, which follow from the request's seed. Nothing says what the
/// text was written for.
struct ExposureQuestions {
    /// The file that asks for a list of candidates.
    static let listFile = "list.mustache"
    /// The file that asks about one skill.
    static let confirmFile = "confirm.mustache"
    /// The variables that the first may name.
    static let listVariables = [
        "fence", "text", "structured", "skills", "skills.id", "skills.name", "skills.definition",
    ]
    /// The variables that the second may name.
    static let confirmVariables = [
        "fence", "text", "structured", "name", "definition", "examples", "counterexample", "reason",
    ]

    private let list: Template
    private let confirm: Template
    private let seat: JudgeSeat

    /// The questions to a judge.
    ///
    /// - Parameters:
    ///   - templates: the audit's files.
    ///   - seat: who is asked, and in which form it answers.
    /// - Throws: ``EtudeError`` with code `data` for a file that is missing or names a variable that has no value.
    init(_ templates: TemplateSet, seat: JudgeSeat) throws(EtudeError) {
        list = try templates[Self.listFile]
        confirm = try templates[Self.confirmFile]
        try list.requireOnly(Self.listVariables)
        try confirm.requireOnly(Self.confirmVariables)
        self.seat = seat
    }

    /// Asks which of some skills a text shows, in an order of the request's own; the schema does not depend on it.
    func listing(_ text: String, among skills: [Skill], seed: Seed) throws(EtudeError) -> ChatRequest {
        var generator = SeededGenerator(seed: seed.child("order"))
        var values = values(text, seed: seed)
        values["skills"] = .list(
            generator.shuffled(skills).map { skill in
                ["id": .text(skill.id), "name": .text(skill.name), "definition": .text(skill.definition)]
            }
        )
        return ChatRequest(
            messages: [Message(.user, try list.render(values))],
            settings: seat.settings,
            schema: seat.structured ? ExposureSchema.listing(of: skills) : nil,
            seed: seed,
            task: .list(text: text, skills: skills)
        )
    }

    /// Asks whether a text shows a skill, and by which words.
    func confirmation(_ text: String, of skill: Skill, seed: Seed) throws(EtudeError) -> ChatRequest {
        let more: TemplateValues = [
            "name": .text(skill.name),
            "definition": .text(skill.definition),
            "examples": .text(skill.examples.joined(separator: "\n")),
            "counterexample": .text(skill.counterexample?.text ?? ""),
            "reason": .text(skill.counterexample?.reason ?? ""),
        ]
        let values = values(text, seed: seed).merging(more) { $1 }
        return ChatRequest(
            messages: [Message(.user, try confirm.render(values))],
            settings: seat.settings,
            schema: seat.structured ? ExposureSchema.confirmation : nil,
            seed: seed,
            task: .confirm(text: text, skill: skill)
        )
    }

    private func values(_ text: String, seed: Seed) -> TemplateValues {
        [
            "fence": .text(Fence.mark(seed: seed.child("fence"), absentFrom: text)),
            "text": .text(text),
            "structured": .flag(seat.structured),
        ]
    }
}
