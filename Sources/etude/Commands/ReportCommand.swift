import ArgumentParser
import EtudePipeline

/// `etude report`: the report of a release as a page.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of a release as one HTML page that needs no network and no script.",
        discussion: """
            Everything is computed from the release alone, and from the manifests of the releases before it where they stand \
            beside it. `etude run` writes the same page into each release as report.html.
            """
    )

    @Argument(
        help: "The release folder, or an output folder, whose current release is meant.",
        completion: .directory
    )
    var folder: String

    @Option(name: [.short, .long], help: "The file to write; - is standard output.", completion: .file())
    var output = "-"

    func run() throws {
        try Exit.guarding {
            try ReleaseReport(folder).write(to: output)
        }
    }
}
