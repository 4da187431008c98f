import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude evaluate score`: the metrics of texts that are graded already.
struct EvaluateScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Compute the metrics of SKILL-MIX from existing records, without calling a model.",
        discussion: """
            Records are those that `etude evaluate` writes, or those of SKILL-MIX runs: run, model, k, skills, topic, messages, \
            texts, gradings with the judge's response, from which the marks are read again. The sentence limit is decided by \
            code. Exit codes: 65 a line is no record; 74 a file cannot be read.
            """
    )

    @Argument(
        help: "The records, JSON Lines, gzipped where their names end with .gz; - is standard input.",
        completion: .file()
    )
    var records: [String]

    @OptionGroup var report: ReportOptions

    func run() throws {
        try Exit.guarding {
            let options = try report.options()
            let texts = try EvaluationRecords.read(records)
            let title = "SKILL-MIX of \(records.joined(separator: ", "))"
            report.format.print(try EvaluationReport(texts: texts, options: options, context: .init(title: title)))
        }
    }
}
