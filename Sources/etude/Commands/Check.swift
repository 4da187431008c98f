import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude check`: the pipeline file, and then every model.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Validate a pipeline, then reach each model: its name, a tiny answer, a tiny answer by schema.",
        discussion: """
            The answers are paid for and not journaled. Exit codes: 0 all is well; 69 a model does not answer as it should; \
            78 the pipeline file is wrong.
            """
    )

    @OptionGroup var options: PipelineOptions

    @Option(help: "How to print: text or json.")
    var format: OutputFormat = .text

    func run() async throws {
        try await Exit.guarding {
            let plan = try options.plan()
            let reports = try await ModelCheck(plan.spec).reports()
            switch format {
            case .text: Terminal.print(reports.map(Self.text).joined(separator: "\n"))
            case .json: Terminal.print(JSONValue.array(reports.map(Self.json)).canonicalText)
            }
            if !reports.allSatisfy(\.isGood) { throw ExitCode(EtudeError.Code.unavailable.rawValue) }
        }
    }

    private static func text(_ report: ModelCheck.Report) -> String {
        let head = report.address.isEmpty ? report.block : "\(report.block) at \(report.address)"
        let lines = report.findings.map { question, finding in
            let (sign, words) = parts(finding)
            return "  \(sign) \(question): \(Terminal.visible(words))"
        }
        return ([head] + lines).joined(separator: "\n")
    }

    private static func json(_ report: ModelCheck.Report) -> JSONValue {
        [
            "model": .string(report.block), "address": .string(report.address), "good": .bool(report.isGood),
            "findings": .array(
                report.findings.map { question, finding in
                    let (sign, words) = parts(finding)
                    return ["question": .string(question), "finding": .string(sign), "words": .string(words)]
                }
            ),
        ]
    }

    private static func parts(_ finding: ModelCheck.Finding) -> (sign: String, words: String) {
        switch finding {
        case .good(let words): ("ok", words)
        case .doubtful(let words): ("doubtful", words)
        case .bad(let words): ("bad", words)
        }
    }
}
