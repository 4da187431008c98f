import EtudeCore
import EtudeCurate

/// A row that holds items of benchmarks.
struct ContaminatedRow: ReportedRow {
    /// What a report says of one benchmark.
    struct Hit: Sendable {
        let benchmark: String
        /// The numbers of the items.
        let items: [Int]
        /// What the row shares with them, or its hash.
        let span: String
        let isHash: Bool
    }

    /// How many items a line of the report lists.
    private static let listedItems = 10

    let id: JSONValue
    /// What the row holds.
    let matches: [OverlapMatch]
    /// The lines of the report, where one is wanted.
    let hits: [Hit]

    /// Writes a line for each benchmark.
    func write(to writer: inout JSONWriter) {
        for hit in hits {
            writer.object { writer in
                writer.key("id")
                writer.write(id)
                writer.key("benchmark")
                writer.string(hit.benchmark)
                writer.key("matched")
                writer.int(hit.items.count)
                writer.key("items")
                writer.array { writer in
                    for item in hit.items.prefix(Self.listedItems) { writer.int(item) }
                }
                writer.key(hit.isHash ? "span_sha256" : "span")
                writer.string(hit.span)
            }
            writer.endLine()
        }
    }
}
