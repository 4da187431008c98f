import ArgumentParser
import EtudeCore
import EtudeIngest
import EtudePipeline
import EtudeStore

/// `etude catalog …`: work on catalogs.
struct CatalogCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Import, extract, lint, list or count skills and topics.",
        subcommands: [
            CatalogImportCommand.self, CatalogExtractCommand.self, CatalogLintCommand.self, CatalogListCommand.self,
            CatalogFrequencyCommand.self,
        ]
    )
}

/// Which catalog a command is about.
struct CatalogOptions: ParsableArguments {
    @Option(help: "`shipped`, or a file of skills of any kind.", completion: .file())
    var skills: String?

    @Option(help: "`shipped`, or a file of topics of any kind.", completion: .file())
    var topics: String?

    @Option(help: "A pipeline file, whose catalog is meant, instead of --skills and --topics.", completion: .file())
    var pipeline: String?

    @OptionGroup var reading: SourceOptions

    @Flag(help: "Read also files that stand outside of the pipeline file's folder, or are links out of their own.")
    var allowOutside = false

    func validate() throws {
        guard pipeline == nil || (skills == nil && topics == nil) else {
            throw ValidationError("Give either --pipeline, or --skills and --topics.")
        }
    }

    /// The catalog.
    ///
    /// - Returns: the catalog as its sources have it.
    /// - Throws: ``EtudeError`` for a file that is missing or cannot be read.
    func selected() throws -> SelectedCatalog {
        if let pipeline { return try SelectedCatalog(.read(file: pipeline, allowsOutside: allowOutside)) }
        let settings = try reading.settings
        return try SelectedCatalog(
            skills: [CatalogSource(word: skills ?? CatalogSource.shippedWord, settings: settings)],
            topics: [CatalogSource(word: topics ?? CatalogSource.shippedWord, settings: settings)],
            boundary: allowOutside ? .everywhere : .ownFolder
        )
    }
}
