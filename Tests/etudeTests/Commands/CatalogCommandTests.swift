import EtudeCore
import EtudePublish
import Foundation
import Testing

@testable import etude

/// `catalog import`, and its result in lint and run.
@Suite struct CatalogCommandTests {
    private static let table = """
        Name,Meaning,Kind
        Red Herring,"Leading, astray.",rhetorical
        red_herrings,Another thing.,rhetorical
        odd parity,"If a, then b.",logic
        sewing,A craft.,topic
        ???,None.,logic

        """
    private static let options = [
        "--map", "name=Name", "--map", "definition=Meaning", "--map", "category=Kind", "--where", "Kind=rhetorical",
        "--where", "Kind=logic", "--license", "CC-BY-4.0", "--retrieved", "today",
    ]
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.table, to: "s.csv")
    }

    private func imports(_ arguments: String...) throws -> Tool.Output {
        try Tool.run(["catalog", "import", "s.csv"] + Self.options + arguments, in: folder)
    }

    private func text(_ name: String) throws -> String { try String(contentsOfFile: folder(name), encoding: .utf8) }

    @Test func `A table becomes a catalog, and each of its rows is accounted for`() throws {
        let output = try imports("-o", "out.yaml")
        #expect(output.code == 0, "\(output.stderr)")
        #expect(output.stdout.isEmpty)
        #expect(output.stderr.contains("s.csv (csv): 5 entries, 2 taken, 1 merged, 2 skipped."))
        #expect(
            output.stderr.contains("Its definition gives way to that of \"Red Herring\" (s.csv:2): \"Another thing.\"")
        )
        #expect(output.stderr.hasSuffix("out.yaml: 2 entries.\n"))
        #expect(try text("out.yaml").contains("origin: \"s.csv:2, retrieved today\""))
        #expect(try text("out.yaml").contains("license: \"CC-BY-4.0\""))
        let again = try Tool.run(["catalog", "import", "out.yaml", "-o", "-"], in: folder)
        #expect(again.stdout == (try text("out.yaml")))
        #expect(again.stderr.hasSuffix("Catalog: 2 entries.\n"))
    }

    @Test func `The accounts are JSON where that is asked for`() throws {
        let output = try imports("-o", "out.yaml", "--format", "json")
        let json = try JSONParser.parse(output.stdout.trimmingCharacters(in: .newlines))
        #expect(output.stderr.isEmpty)
        let source = try #require(json["sources"]?.array?.first)
        #expect(source["entries"] == 5 && source["taken"] == 2 && source["merged"] == 1)
        let skipped = try #require(source["skipped"]?.array)
        #expect(skipped.compactMap { $0["entries"]?.int } == [1, 1])
        #expect(json["notes"]?.array?.first?["line"] == 3)
        let piped = try imports("-o", "-", "--format", "json")
        #expect(try JSONParser.parse(piped.stderr.trimmingCharacters(in: .newlines)) == json)
        #expect(piped.stdout == (try text("out.yaml")))
    }

    @Test func `A file that exists is replaced only by force`() throws {
        try folder.write("mine", to: "out.yaml")
        let refused = try imports("-o", "out.yaml")
        #expect(refused.code == 64)
        #expect(refused.stderr.contains("out.yaml exists already"))
        #expect(try text("out.yaml") == "mine")
        #expect(try imports("-o", "out.yaml", "-f").code == 0)
        #expect(try text("out.yaml").hasPrefix("# A catalog"))
    }

    @Test func `What topics do not have is left out of them and noted`() throws {
        let output = try imports("-o", "out.yaml", "--into", "topics")
        #expect(output.stderr.contains("Topics have no definition, which 2 entries lost."))
        #expect(try !text("out.yaml").contains("definition:"))
    }

    @Test(arguments: [
        (["--map", "name"], 64, "equals sign"), (["--map", "name=A", "--map", "name=B"], 64, "says twice"),
        (["--as", "excel"], 64, "excel"), (["--map", "naem=Name"], 78, "did you mean `name`?"),
        (["--map", "name=None"], 65, "None"),
    ])
    func `Wrong options and settings end with a sentence`(arguments: [String], code: Int32, words: String) throws {
        let output = try Tool.run(["catalog", "import", "s.csv", "-o", "out.yaml"] + arguments, in: folder)
        #expect(output.code == code, "\(output.stderr)")
        #expect(output.stderr.contains(words), "\(output.stderr)")
        #expect(try folder.entries == ["s.csv"])
    }

    @Test func `A source without entries leaves no file`() throws {
        let output = try Tool.run(
            ["catalog", "import", "s.csv", "-o", "o.yaml"] + Self.options.prefix(6) + ["--where", "Kind=no"],
            in: folder
        )
        #expect(output.code == 65)
        #expect(output.stderr.contains("No entry was found"))
        #expect(try folder.entries == ["s.csv"])
    }

    @Test func `The lint reads any file, and prints findings as JSON`() throws {
        let lint = ["catalog", "lint", "--skills", "s.csv"] + Self.options.prefix(10) + ["--format", "json"]
        let output = try Tool.run(lint, in: folder)
        #expect(output.code == 65)
        let findings = try output.stdout.split(separator: "\n").map { try JSONParser.parse(String($0)) }
        let duplicate = findings.first { $0["rule"] == "duplicate-name" }
        #expect(findings.contains { $0["rule"] == "bad-entry" && $0["line"] == 6 })
        #expect(duplicate?["file"] == "s.csv" && duplicate?["line"] == 3 && duplicate?["severity"] == "error")
    }

    @Test func `A release says where its skills come from and under which licence`() throws {
        try folder.write(
            """
            version: 1
            name: demo
            seed: 7
            catalog:
              skills:
                - shipped
                - { file: s.csv, map: { name: Name, definition: Meaning, category: Kind }, where: { Kind: logic, Name: odd parity },
                    license: CC-BY-4.0, retrieved: "today, by hand" }
            splits: { train: { k: { 1: 2 } } }
            models: { teacher: { provider: builtin }, judge: { provider: builtin } }
            output: { directory: out }

            """,
            to: "demo.yaml"
        )
        let lint = try Tool.run(["catalog", "lint", "--pipeline", "demo.yaml"], in: folder)
        #expect(lint.stdout.contains("Skipped 3 entries of s.csv: another kind"), "\(lint.stderr)")
        let run = try Tool.run(["run", "demo.yaml"], in: folder)
        #expect(run.code == 0, "\(run.stderr)")
        let release = try ReleaseReader(folder("out/current"))
        let sources = try release.manifest().sources
        #expect(sources.map(\.name) == ["shipped", "s.csv", "shipped"])
        #expect(sources[1].licenses.map(\.text) == ["CC-BY-4.0"])
        #expect(sources[1].retrieved == "today, by hand")
        let card = String(decoding: try release.bytes("README.md"), as: UTF8.self)
        #expect(card.contains("## Where skills and topics come from"))
        #expect(card.contains("- skills: s.csv (csv, SHA-256 `\(sources[1].sha256)`), 5 entries"))
        let skill = try #require(try release.catalog().catalog.skill("odd-parity"))
        #expect(skill.license == "CC-BY-4.0" && skill.origin == "s.csv:4, retrieved today, by hand")
        #expect(try Tool.run(["verify", "out/current"], in: folder).code == 0)
    }
}
