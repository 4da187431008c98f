import ArgumentParser
import Testing

@testable import etude

@Suite struct HelpTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: [
        "", "init", "plan", "check", "preview", "run", "status", "verify", "catalog", "catalog lint", "catalog list",
        "batch", "batch list", "batch cancel",
    ])
    func `The help of a command is the recorded one`(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let output = try Tool.run(words + ["--help"], in: folder)
        #expect(output.code == 0)
        #expect(output.stderr.isEmpty)
        try Golden.expect(output.stdout, is: (["help"] + words).joined(separator: "-"))
    }

    @Test func `Every command has its recorded help`() {
        let commands =
            Etude.configuration.subcommands + CatalogCommands.configuration.subcommands
            + BatchCommands.configuration.subcommands
        #expect(commands.count == 14)
    }

    @Test func `An unknown option is wrong usage`() throws {
        let output = try Tool.run(["run", "demo.yaml", "--fast"], in: folder)
        #expect(output.code == 64)
        #expect(output.stderr.contains("--fast"))
        #expect(output.stdout.isEmpty)
    }

    @Test func `The version is one line`() throws {
        let output = try Tool.run(["--version"], in: folder)
        #expect(output.code == 0)
        #expect(output.stdout == "\(ToolVersion.text)\n")
    }
}
