import ArgumentParser
import EtudeCore
import EtudePipeline

/// What the commands that judge texts take.
struct JudgeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The pipeline file whose catalog, rubric, panel and accept rule are used.",
            discussion: "Without it, those of `etude init`: the shipped catalog and rubric, and the built-in judge.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var pipeline: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Replace or add one setting of the pipeline.", valueName: "key.path=value")
    )
    var overrides: [String] = []

    @Flag(help: "Let the files that the pipeline file names stand outside of its folder.")
    var allowOutside = false

    @Option(help: ArgumentHelp("The field that holds the text.", valueName: "path"))
    var text = "text"

    @Option(help: ArgumentHelp("The field that holds the skills by id, name or alias.", valueName: "path"))
    var skills = "skills"

    @Option(help: ArgumentHelp("The field that holds the topic by id, name or alias.", valueName: "path"))
    var topic = "topic"

    @Option(help: ArgumentHelp("The field that holds what a line is called.", valueName: "path"))
    var id = "id"

    @Option(
        help: ArgumentHelp(
            "The field that holds the most sentences of a text; without it, the pipeline's rule.",
            valueName: "path"
        )
    )
    var limitField: String?

    @Flag(help: "The text is a whole answer: judge what stands after `Answer:`, as a run does.")
    var answer = false

    @Flag(help: "Ask no server: journal and built-in models only.")
    var offline = false

    @Option(help: "Seconds that a stop waits for what is in flight.")
    var grace = 30

    /// The pipeline, decoded and resolved.
    func plan() throws -> PipelinePlan {
        guard grace >= 0 else { throw EtudeError(.usage, "`--grace` should not be negative.") }
        let spec =
            try pipeline.map { try PipelineSpec.read(file: $0, overrides: overrides, allowsOutside: allowOutside) }
            ?? StarterPipeline.spec(overrides: overrides)
        return try PipelinePlan.resolve(spec)
    }

    /// Where lines hold what is judged.
    var mapping: FieldMapping {
        FieldMapping(
            text: text,
            skills: skills,
            topic: topic,
            id: id,
            sentenceLimit: limitField,
            isAnswer: answer
        )
    }
}
