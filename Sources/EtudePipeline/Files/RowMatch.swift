import EtudeCore
import EtudeCurate

/// Why a row is dropped.
struct RowMatch: ReportedRow {
    /// How it is like the kept row.
    let likeness: TextLikeness
    /// What a report says of it; nil where none is wanted.
    let explanation: Explanation?

    /// What a report says.
    struct Explanation: Sendable {
        /// The id of the dropped row.
        let id: JSONValue
        /// The id of the kept row.
        let kept: JSONValue
        /// The folded passages that both have.
        let shared: [String]
    }

    /// Writes a line of the report.
    func write(to writer: inout JSONWriter) {
        guard let explanation else { return }
        writer.object { writer in
            writer.key("id")
            writer.write(explanation.id)
            writer.key("kept")
            writer.write(explanation.kept)
            writer.key("similarity")
            writer.double(likeness.similarity)
            writer.key("shared")
            writer.strings(explanation.shared)
        }
        writer.endLine()
    }
}
