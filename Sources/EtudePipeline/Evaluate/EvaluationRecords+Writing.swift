public import EtudeCore
public import EtudeJudge
import EtudeStore

extension EvaluationRecords {
    /// Writes texts with their gradings as JSON Lines, whole or not at all.
    ///
    /// - Parameters:
    ///   - texts: the texts, in the order of the lines.
    ///   - file: the file.
    /// - Throws: ``EtudeError`` with code `io`.
    public static func write(_ texts: [GradedText], to file: String) throws(EtudeError) {
        var writer = JSONWriter()
        for text in texts {
            writer.write(text.json)
            writer.endLine()
        }
        try AtomicFile.write(writer.bytes, to: file, in: RealFileSystem())
    }
}
