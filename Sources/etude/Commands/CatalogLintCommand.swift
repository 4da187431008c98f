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

    func run() throws {
        try Exit.guarding {
            let inspection = try CatalogInspection(skills: catalog.skills, topics: catalog.topics)
            for diagnostic in inspection.diagnostics { Terminal.print(Terminal.visible(diagnostic.description)) }
            Terminal.say(inspection.summary)
            if inspection.hasErrors { throw ExitCode(EtudeError.Code.data.rawValue) }
        }
    }
}
