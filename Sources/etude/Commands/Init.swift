import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude init`: a pipeline file to start from.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write a commented pipeline file to start from.")

    @Argument(help: "The file to write; it must not exist yet.", completion: .file(extensions: ["yaml", "yml"]))
    var file = "pipeline.yaml"

    func run() throws {
        try Exit.guarding {
            try StarterPipeline.write(to: file)
            Terminal.say("Wrote \(file). Look at it with `etude plan \(file)`, and make it with `etude run \(file)`.")
        }
    }
}
