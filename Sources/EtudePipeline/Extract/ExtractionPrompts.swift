import EtudeCore
import EtudeJudge
import EtudeModel
import EtudePrompt

/// Writes the questions of one way of proposing skills, from its templates.
///
/// What strangers wrote stands between equal marks that it does not hold, which follow from the request's seed.
struct ExtractionPrompts: Sendable {
    private let templates: TemplateSet
    private let settings: SamplingSettings
    private let structured: Bool
    private let seed: Seed

    /// The questions of a way.
    ///
    /// - Parameters:
    ///   - way: the template set.
    ///   - model: the block that is asked.
    ///   - settings: how it samples.
    ///   - seed: the seed of the way.
    /// - Throws: ``EtudeError`` with code `data` for a faulty template.
    init(_ way: String, model: ModelSpec?, settings: SamplingSettings, seed: Seed) throws(EtudeError) {
        templates = try TemplateLibrary.load(way, language: "en", relativeTo: ".", shelf: .extraction)
        self.settings = settings
        structured = model?.verdicts == "schema"
        self.seed = seed.child(way)
    }

    /// A question.
    ///
    /// - Parameters:
    ///   - file: the template.
    ///   - label: what tells it from the other questions of the template.
    ///   - schema: the schema of the answer.
    ///   - values: the template's values but for the fence.
    ///   - foreign: the texts of strangers among them.
    /// - Returns: the question.
    /// - Throws: ``EtudeError`` with code `data` where the template cannot be rendered.
    func question(
        _ file: String,
        label: String = "",
        schema: ResponseSchema,
        values: TemplateValues,
        foreign: [String] = []
    ) throws(EtudeError) -> ExtractionQuestion {
        let seed = seed.child(file, label)
        let foreign = foreign.joined(separator: "\n")
        var values = values
        values["fence"] = .text(Fence.mark(seed: seed.child("fence"), absentFrom: foreign))
        let request = ChatRequest(
            messages: [Message(.user, try templates["\(file).mustache"].render(values))],
            settings: settings,
            schema: structured ? schema : nil,
            seed: seed,
            task: .propose
        )
        return ExtractionQuestion(request: request, foreign: foreign)
    }
}
