import EtudeCore
import EtudeIngest
import Foundation
import Testing

@Suite struct CatalogReaderTests {
    @Test func `the shipped catalog has its skills and topics, each with its place`() throws {
        let skills = try CatalogReader.skills(from: .shipped)
        let topics = try CatalogReader.topics(from: .shipped)
        #expect(skills.count == 104)
        #expect(topics.count == 104)
        #expect(
            skills.allSatisfy { $0.place?.line != nil && $0.place?.file.hasPrefix("Pipelines/catalog/skills/") == true }
        )
        #expect(topics.first?.place == Place(file: "Pipelines/catalog/topics.yaml", line: 4))
        #expect(try Catalog(skills: skills, topics: topics).skill("red-herring")?.category == "rhetorical")
        #expect(skills.map { $0.place?.file ?? "" } == skills.map { $0.place?.file ?? "" }.sorted())
    }

    @Test func `a file is read by its extension`() throws {
        let folder = try TemporaryFolder()
        let list = try folder.write("topics.TXT", "\u{FEFF}Sewing\r\nDueling")
        let table = try folder.write("skills.csv", "skill,definition\nmetaphor,\"a figure, of speech\"\n")
        let document = try folder.write("skills.yml", "- { name: red herring, definition: A diversion. }\n")
        #expect(try CatalogReader.topics(from: .file(list)).map(\.id) == ["sewing", "dueling"])
        #expect(try CatalogReader.skills(from: .file(table)).map(\.definition) == ["a figure, of speech"])
        #expect(try CatalogReader.skills(from: .file(document)).map(\.id) == ["red-herring"])
    }

    @Test func `a file that cannot be read is told with its path and exit code`() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path("none.yaml")
        #expect(code { try CatalogReader.skills(from: .file(missing)) } == .config)
        #expect(code { try CatalogReader.skills(from: .file(folder.path("topics.txt"))) } == .config)
        #expect(code { try CatalogReader.topics(from: .file(folder.path("skills.csv"))) } == .config)
        #expect(code { try CatalogReader.topics(from: .file(folder.path("yaml"))) } == .config)
        let nested = try folder.makeFolder("folder.yaml")
        #expect(code { try CatalogReader.topics(from: .file(nested)) } == .config)
        let latin = try folder.write("latin.txt", bytes: Array("Sewing\nCaf".utf8) + [0xE9])
        let error = #expect(throws: EtudeError.self) { try CatalogReader.topics(from: .file(latin)) }
        #expect(error?.code == .data)
        #expect(error?.place == Place(file: latin, line: 2))
    }

    @Test(arguments: ["empty.yaml", "empty.csv"])
    func `a catalog without entries is an error that names the file`(file: String) throws {
        for text in ["", "\n", file.hasSuffix("csv") ? "skill,definition\n" : "# nothing yet\n"] {
            let error = #expect(throws: EtudeError.self) { try CatalogReader.parseSkills(text: text, file: file) }
            #expect(error?.code == .data)
            #expect(error?.place?.file == file)
        }
        #expect(throws: EtudeError.self) { try CatalogReader.parseTopics(text: " \n", file: "empty.txt") }
        #expect(throws: EtudeError.self) { try CatalogReader.parseTopics(text: "[]", file: "empty.yaml") }
    }

    private func code(_ body: () throws -> some Any) -> EtudeError.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? EtudeError)?.code
        }
    }
}
