import ArgumentParser
import EtudeCore
import EtudePipeline

/// What every command that reads a pipeline file takes.
struct PipelineOptions: ParsableArguments {
    @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
    var pipeline: String

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Replace or add one setting.",
            discussion: "For example --set splits.train.k.3=10.",
            valueName: "key.path=value"
        )
    )
    var overrides: [String] = []

    @Flag(help: "Let the files that the pipeline file names stand outside of its folder.")
    var allowOutside = false

    /// The pipeline, decoded.
    ///
    /// - Parameter further: settings that other options stand for.
    /// - Returns: the pipeline.
    /// - Throws: ``EtudeError`` for a pipeline file that is wrong.
    func spec(_ further: [String] = []) throws -> PipelineSpec {
        try PipelineSpec.read(file: pipeline, overrides: overrides + further, allowsOutside: allowOutside)
    }

    /// The pipeline, decoded and resolved.
    ///
    /// - Parameter further: settings that other options stand for.
    /// - Returns: the plan.
    /// - Throws: ``EtudeError`` for a pipeline file that is wrong.
    func plan(_ further: [String] = []) throws -> PipelinePlan {
        try PipelinePlan.resolve(try spec(further))
    }
}
