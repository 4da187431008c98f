import EtudeCore
import EtudePrompt
import EtudeStore

/// The commented pipeline file that `init` writes.
public enum StarterPipeline: Sendable {
    /// Writes the file.
    ///
    /// - Parameter file: a path where nothing stands yet.
    /// - Throws: ``EtudeError`` with code `usage` where something stands there, `io` where it cannot be written.
    public static func write(to file: String) throws {
        let files = RealFileSystem()
        guard try !files.exists(file) else {
            throw EtudeError(.usage, "\(file) exists already; name another file.")
        }
        try AtomicFile.write(Array(try text.utf8), to: file, in: files)
    }

    /// The pipeline, for commands that can do without one of the user's own: the shipped catalog and rubric, built-in models.
    ///
    /// - Parameter overrides: settings of the command line, each `key.path=value`.
    /// - Returns: the pipeline.
    /// - Throws: ``EtudeError`` with code `config` for a setting that is wrong.
    public static func spec(overrides: [String]) throws -> PipelineSpec {
        var spec = try PipelineSpec(source: try text, file: "the starter pipeline", overrides: overrides)
        // Whatever paths it has come from the command line, not from a file of strangers.
        spec.boundary = .everywhere
        return spec
    }

    private static var text: String {
        get throws {
            guard let text = Shipped.text("Templates/pipeline.yaml") else {
                throw EtudeError(.fault, "The starter pipeline was not compiled in.")
            }
            return text
        }
    }
}
