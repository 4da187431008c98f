public import EtudeCore
import EtudeStore
import Foundation

/// A temporary folder with a pipeline file and the output of its runs; it goes with its value.
public final class PipelineWorkspace: Sendable {
    /// The folder.
    public let folder: String

    /// An empty folder.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public init() throws(EtudeError) {
        folder = FileManager.default.temporaryDirectory.appending(path: "etude-\(UUID().uuidString)").path
        try RealFileSystem().makeDirectory(folder)
    }

    /// A folder with a pipeline file.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public convenience init(_ pipeline: SmallPipeline) throws(EtudeError) {
        try self.init()
        try write(pipeline)
    }

    deinit {
        try? RealFileSystem().removeTree(folder)
    }

    /// The pipeline file.
    public var pipeline: String { "\(folder)/pipeline.yaml" }
    /// The output folder.
    public var output: String { "\(folder)/output" }

    /// Writes the pipeline file, in the stead of an earlier one.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(_ pipeline: SmallPipeline) throws(EtudeError) {
        try write(pipeline.text(output: output), to: "pipeline.yaml")
    }

    /// Writes a file into the folder, in the stead of an earlier one.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(_ text: String, to name: String) throws(EtudeError) {
        try AtomicFile.write(Array(text.utf8), to: "\(folder)/\(name)", in: RealFileSystem())
    }

    /// Removes the output of all runs.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func removeOutput() throws(EtudeError) {
        guard try RealFileSystem().exists(output) else { return }
        try RealFileSystem().removeTree(output)
    }

    /// Whether a release is published.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func hasRelease() throws(EtudeError) -> Bool {
        try RealFileSystem().kind(of: "\(output)/current") != nil
    }

    /// What the current release holds.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or ``JSONError``.
    public func release() throws -> ReleaseFingerprint {
        try ReleaseFingerprint(folder: "\(output)/current")
    }
}
