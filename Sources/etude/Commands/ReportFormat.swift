import ArgumentParser
import EtudeCore
import EtudePipeline

/// How a command prints a report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// Tables for people.
    case text
    /// For programs.
    case json
    /// A page that needs nothing else.
    case html

    /// Prints a report of an evaluation.
    func print(_ report: EvaluationReport) {
        switch self {
        case .text: Terminal.print(Terminal.visible(report.text))
        case .json: Terminal.print(report.json.canonicalText)
        case .html: Terminal.print(report.html)
        }
    }
}
