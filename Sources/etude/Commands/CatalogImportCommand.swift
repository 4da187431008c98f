import ArgumentParser
import EtudeCore
import EtudeIngest
import EtudePipeline
import EtudeStore

/// `etude catalog import`: one canonical catalog of the catalogs that people have.
struct CatalogImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make one YAML catalog, to be reviewed, of files of any kind.",
        discussion: """
            Entries are the same when their ids are the same, or when the name of one is a name or alias of the other but for \
            case, signs, plural and a leading article. The earlier one, source by source, keeps each field that it has; the \
            later one fills what is empty, its lists follow, and what it says otherwise is noted. An entry whose id is another's, \
            with no word of their names in common, is skipped. Every entry read is taken, merged or skipped, and counted so.

            Each entry says where it was first taken from and, where known, under which licence it is. An import of the result \
            alone gives the same bytes. The options hold for all sources; sources that are read in different ways are imported \
            one by one, and the results together.

            Exit codes: 64 the output exists, 65 a source is not what it should be, 78 there is no such file.
            """
    )

    @Argument(help: "Files of skills or topics, plain or gzipped.", completion: .file())
    var sources: [String]

    @OptionGroup var reading: SourceOptions

    @Option(help: ArgumentHelp("The licence of entries that say none.", valueName: "spdx"))
    var license = ""

    @Option(help: "When, how and from where the sources were fetched; every entry's origin says it.")
    var retrieved = ""

    @Option(help: "What the entries are to be: skills or topics; what these do not have is left out and noted.")
    var into: CatalogPart?

    @Flag(help: "Read also files that are links out of their folder.")
    var allowOutside = false

    @Option(name: .shortAndLong, help: "The file for the catalog; - is standard output.", completion: .file())
    var output: String

    @Flag(name: .shortAndLong, help: "Replace the file where it exists.")
    var force = false

    @Option(help: "How to print what became of the entries: text (on standard error) or json.")
    var format: OutputFormat = .text

    func run() throws {
        try Exit.guarding {
            var settings = try reading.settings
            settings.license = license
            settings.retrieved = retrieved
            var job = FileCatalogImport(sources: sources, settings: settings, output: output)
            job.boundary = allowOutside ? .everywhere : .ownFolder
            job.part = into
            job.replaces = force
            let report = try job.run()
            switch format {
            case .text: Terminal.say(Terminal.visible(report.text))
            case .json: Terminal.print(report.json.canonicalText, besides: [output])
            }
        }
    }
}
