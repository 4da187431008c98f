import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude verify`: a release, checked from itself alone.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Re-derive a release's certificate, hashes and counts from the release alone, and print its digest."
    )

    @Argument(help: "The release folder, such as Output/quickstart/current.", completion: .directory)
    var release: String

    @Option(help: "The digest that the release must have, to tie it to something outside it.")
    var expect: String?

    @Option(help: "How to print: text or json.")
    var format: OutputFormat = .text

    func run() throws {
        try Exit.guarding {
            let verification = try ReleaseVerifier.verify(release, expecting: expect)
            switch format {
            case .text:
                for violation in verification.violations.prefix(100) {
                    Terminal.say(Terminal.visible(violation.description))
                }
                for sentence in verification.measured { Terminal.say(Terminal.visible(sentence)) }
                Terminal.print(verification.isClean ? verification.digest : verification.summary)
            case .json: Terminal.print(verification.json.canonicalText)
            }
            if !verification.isClean { throw ExitCode(EtudeError.Code.data.rawValue) }
        }
    }
}
