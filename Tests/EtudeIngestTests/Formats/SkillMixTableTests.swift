import EtudeCore
import EtudeIngest
import Foundation
import Testing

@Suite struct SkillMixTableTests {
    private static let header = "category,skill,definition,example,comments,status,added by\n"

    private func skills(_ rows: String) throws -> SkillFile {
        try CatalogReader.parseSkills(text: Self.header + rows, file: "s.csv")
    }

    @Test func `names are trimmed and categories mapped`() throws {
        let skills = try skills(
            """
            logical,modus ponens ,d,e,,keep,
            theory of the mind,false belief,d,,,,
            physical knowledge,folk physics (common knowledge physics ),d,,,,
            ,"accident, so called",d,,,,
            """
        ).skills
        #expect(skills.map(\.category) == ["logic", "theory-of-mind", "physical-knowledge", "uncategorized"])
        #expect(skills.map(\.name)[0] == "modus ponens")
        #expect(skills.map(\.name)[2] == "folk physics (common knowledge physics)")
        #expect(skills.map(\.id)[3] == "accident-so-called")
        #expect(skills.map(\.examples) == [["e"], [], [], []])
    }

    @Test func `a quoted field may hold commas, quotes and line ends`() throws {
        let text = "a,b,\"one, \"\"two\"\"\r\nthree\",e,,,\r\na,c,d,,,,\r\n"
        let skills = try skills(text).skills
        #expect(skills.map(\.definition) == ["one, \"two\" three", "d"])
        #expect(skills.map(\.place) == [Place(file: "s.csv", line: 2), Place(file: "s.csv", line: 4)])
    }

    @Test func `excluded rows are skipped and counted`() throws {
        let file = try skills("a,b,d,,,remove,\na,c,d,,,In review,\na,e,d,,,maybe,\na,f,d,,,remove ,\na,g,d,,,keep,\n")
        #expect(file.skills.map(\.name) == ["g"])
        #expect(
            file.notes.map(\.message) == [
                "Skipped 1 row: the status is \"in review\".", "Skipped 1 row: the status is \"maybe\".",
                "Skipped 2 rows: the status is \"remove\".",
            ]
        )
    }

    @Test func `columns may stand in any order, and a byte order mark before them`() throws {
        let text = "\u{FEFF}Definition,Skill\nwhat it is,simile\n"
        let skill = try #require(try CatalogReader.parseSkills(text: text, file: "s.csv").skills.first)
        #expect(skill.name == "simile" && skill.definition == "what it is")
    }

    @Test(arguments: [
        ("skill,definition\na,\"b", 2, "never closed"),
        ("skill,definition\n\n\na,b,c", 4, "3 fields"),
        ("skill,definition\na,b\"c\"", 2, "without quotes"),
        ("skill,definition\na,\"b\"c", 2, "follows the closing"),
        ("skill,defnition\na,b", 1, "did you mean \"definition\""),
        ("skill,example\na,b", 1, "\"definition\" is missing"),
        ("skill,skill,definition\na,b,c", 1, "stands twice"),
        ("skill,definition\n!,b", 2, "no letter or digit"),
    ])
    func `a mistake is told with its line`(text: String, line: Int, words: String) throws {
        let error = #expect(throws: EtudeError.self) { try CatalogReader.parseSkills(text: text, file: "s.csv") }
        #expect(error?.code == .data)
        #expect(error?.place?.line == line)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}

/// The public tenth of SKILL-MIX, where it lies beside the project.
private let skillMix = URL(filePath: #filePath).resolvingSymlinksInPath()
    .appending(path: "../../../../../shared/skill-mix").standardizedFileURL.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: skillMix), "needs the folder ../shared/skill-mix"))
struct RealSkillMixTests {
    @Test func `the public tenth of the skills is read as it is`() throws {
        let skills = try CatalogReader.skills(from: .file(skillMix + "/skills.csv"))
        #expect(skills.count == 10)
        #expect(skills.contains { $0.name == "complex question (loaded question with implicit assumption)" })
        #expect(
            Set(skills.map(\.category)) == [
                "reasoning", "rhetorical", "literary", "logic", "theory-of-mind", "physical-knowledge",
            ]
        )
        #expect(skills.allSatisfy { !$0.definition.isEmpty && $0.examples.count == 1 })
    }

    @Test func `its topics are read, the last line without an end too`() throws {
        let topics = try CatalogReader.topics(from: .file(skillMix + "/topics.txt"))
        #expect(
            topics.map(\.id) == [
                "sewing", "dueling", "the-ottoman-empire", "urbanism", "beekeeping", "survivalism", "guerilla-warfare",
                "triathlons", "gardening", "knots",
            ]
        )
    }

    @Test func `its catalog lints without errors`() throws {
        let findings = CatalogLint.check(
            skills: try CatalogReader.skills(from: .file(skillMix + "/skills.csv")),
            topics: try CatalogReader.topics(from: .file(skillMix + "/topics.txt"))
        )
        #expect(findings.allSatisfy { $0.severity != .error })
        #expect(findings.contains { $0.rule == "missing-counterexample" && $0.severity == .note })
    }
}
