import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude catalog lint`: what is wrong with a catalog.
struct CatalogLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find what is wrong with a catalog; exit 65 where an error is found."
    )

    @OptionGroup var catalog: CatalogOptions

    @Flag(help: "Name also the skills that are kin, which a holdout should leave on one side.")
    var kin = false

    @Option(help: "How to print the findings: text or json (one finding a line).")
    var format: OutputFormat = .text

    func run() throws {
        try Exit.guarding {
            let inspection = CatalogInspection(try catalog.selected(), kin: kin)
            for diagnostic in inspection.diagnostics {
                switch format {
                case .text: Terminal.print(Terminal.visible(diagnostic.description))
                case .json: Terminal.print(diagnostic.json.canonicalText)
                }
            }
            Terminal.say(inspection.summary)
            if inspection.hasErrors { throw ExitCode(EtudeError.Code.data.rawValue) }
        }
    }
}
