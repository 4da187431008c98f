import ArgumentParser
import Testing

@testable import etude

@Suite struct HelpTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Every command of the tool, as it is typed.
    private static let commands = [""] + commands(of: Etude.self, after: [])

    private static func commands(of command: any ParsableCommand.Type, after words: [String]) -> [String] {
        let grouped = command.configuration.groupedSubcommands.flatMap(\.subcommands)
        return (command.configuration.ungroupedSubcommands + grouped).flatMap { subcommand in
            let words = words + [subcommand._commandName]
            return [words.joined(separator: " ")] + commands(of: subcommand, after: words)
        }
    }

    @Test(arguments: commands)
    func `The help of a command is the recorded one`(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let output = try Tool.run(words + ["--help"], in: folder)
        #expect(output.code == 0)
        #expect(output.stderr.isEmpty)
        try Golden.expect(output.stdout, is: (["help"] + words).joined(separator: "-"))
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
