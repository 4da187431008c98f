import EtudeCore
import EtudeIngest

/// How frequent skills and topics are, for the bound of what may be memory: `frequency: { file: frequency.json, texts: 1e14 }`.
public struct NoveltySpec: Sendable, Hashable {
    /// The report of `etude catalog frequency`, relative to the pipeline file.
    public var file: String
    /// How many texts the corpus has of which the report counts a sample; nil for as many as it counts.
    public var texts: Double?

    init(_ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        guard let file = try reader.string("file"), !file.isEmpty else {
            throw reader.failure("file", "The report of `etude catalog frequency` is needed here, a JSON file.")
        }
        self.file = file
        texts = try reader.double("texts")
        guard texts ?? 1 > 0 else { throw reader.failure("texts", "A corpus has more than 0 texts.") }
        try reader.refuseUnknownKeys()
    }
}
