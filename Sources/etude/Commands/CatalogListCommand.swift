import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude catalog list`: skills by category, and topics.
struct CatalogListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List skills by category, and topics."
    )

    @OptionGroup var catalog: CatalogOptions

    @Option(help: "How to print: text or json (one entry a line).")
    var format: OutputFormat = .text

    func run() throws {
        try Exit.guarding {
            let inspection = CatalogInspection(try catalog.selected())
            switch format {
            case .text: Terminal.print(Terminal.visible(inspection.listing))
            case .json: for entry in inspection.entries { Terminal.print(entry.canonicalText) }
            }
        }
    }
}
