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
        guard let text = Shipped.text("Templates/pipeline.yaml") else {
            throw EtudeError(.fault, "The starter pipeline was not compiled in.")
        }
        try AtomicFile.write(Array(text.utf8), to: file, in: files)
    }
}
