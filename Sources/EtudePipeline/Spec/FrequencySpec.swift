import EtudeCore
import EtudeIngest

/// Which skills and topics are too common: `catalog: { frequency: { file: frequency.json, drop_above: 0.05 } }`.
///
/// SKILL-MIX drops the skills that at least 5% of a corpus's documents name (arXiv 2310.17567).
public struct FrequencySpec: Sendable, Hashable {
    /// The report of `etude catalog frequency`, relative to the pipeline file.
    public var file: String
    /// The share of documents, above 0 and at most 1; what is named by as many or more is dropped.
    public var dropAbove: Double

    init(_ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        guard let file = try reader.string("file"), !file.isEmpty else {
            throw reader.failure("file", "The report of `etude catalog frequency` is needed here, a JSON file.")
        }
        self.file = file
        dropAbove = try reader.double("drop_above") ?? 0.05
        guard dropAbove > 0, dropAbove <= 1 else {
            throw reader.failure("drop_above", "A share of documents lies above 0 and is at most 1.")
        }
        try reader.refuseUnknownKeys()
    }

    /// The settings as the pipeline file has them.
    var resolved: JSONValue { ["file": .string(file), "drop_above": .double(dropAbove)] }
}
