import EtudeCurate
import EtudePipeline

/// The figures of a diversity report for people, a column for each side.
struct DiversityTable {
    private let report: DiversityReport

    /// The table of a report.
    init(_ report: DiversityReport) {
        self.report = report
    }

    /// The table and, below it, how the texts of the first side open most often.
    var text: String {
        var table = TextTable(header: ["figure"] + report.names)
        func add(_ name: String, _ cell: (DiversityFigures) -> String) {
            table.add([name] + report.figures.map(cell))
        }
        add("rows") { "\($0.rows)" }
        add("texts compared") { "\($0.lexical.texts)" }
        add("words of each") { "\($0.lexical.words)" }
        add("words before the cut") { number($0.meanWords) }
        for length in 1...4 { add("distinct-\(length)") { number($0.lexical.distinct[length - 1]) } }
        add("compression") { number($0.lexical.compressionRatio) }
        add("self-repetition") { number($0.lexical.selfRepetition) }
        add("self-BLEU") { number($0.lexical.selfBLEU) }
        add("openings") { number($0.lexical.openings.share) }
        let labels: [(String, KeyPath<DiversityFigures, Coverage>)] = [
            ("skills", \.skills), ("pairs", \.pairs), ("topics", \.topics),
        ]
        for (name, labels) in labels where report.figures.contains(where: { $0[keyPath: labels].kinds > 0 }) {
            add(name) { figures in
                let coverage = figures[keyPath: labels]
                return "\(coverage.kinds)" + (coverage.possible.map { " of \($0)" } ?? "")
            }
            add("\(name), evenness") { number($0[keyPath: labels].evenness) }
        }
        return ([table.text] + openings).joined(separator: "\n")
    }

    private var openings: [String] {
        let phrases = report.figures.first?.lexical.openings.frequent.prefix(5) ?? []
        guard !phrases.isEmpty else { return [] }
        return ["", "Commonest openings: " + phrases.map { "\"\($0.words)\" (\($0.texts))" }.joined(separator: ", ")]
    }

    /// A number to three decimals.
    private func number(_ value: Double?) -> String {
        value.map { "\(($0 * 1000).rounded() / 1000)" } ?? "undefined"
    }
}
