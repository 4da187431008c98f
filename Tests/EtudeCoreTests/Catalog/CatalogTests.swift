import EtudeCore
import Testing

@Suite struct CatalogTests {
    @Test func `entries are found by id and keep the order of their sources`() throws {
        let catalog = try Catalog(skills: [skill("b"), skill("a")], topics: [topic("t"), topic("a")])
        #expect(catalog.skills.map(\.id) == ["b", "a"])
        #expect(catalog.skill("a")?.name == "The skill a")
        #expect(catalog.topic("a")?.name == "The topic a")
        #expect(catalog.skill("t") == nil)
        #expect(catalog.topic("b") == nil)
    }

    @Test func `a skill's id that stands twice is refused with both places`() {
        let skills = [skill("a", line: 3), skill("b", line: 9), skill("a", line: 15)]
        let error = #expect(throws: EtudeError.self) { try Catalog(skills: skills, topics: []) }
        #expect(error?.code == .data)
        #expect(error?.description.hasPrefix("catalog.yaml:15: ") == true)
        #expect(error?.message.contains("skill id \"a\"") == true)
        #expect(error?.message.contains("catalog.yaml:3") == true)
    }

    @Test func `a topic's id that stands twice is refused, with or without places`() {
        let error = #expect(throws: EtudeError.self) { try Catalog(skills: [], topics: [topic("t"), topic("t")]) }
        #expect(error?.message.contains("topic id \"t\" stands twice;") == true)
        #expect(error?.place == nil)
    }

    @Test func `a skill and a topic may have the same id`() throws {
        #expect(try Catalog(skills: [skill("x")], topics: [topic("x")]).topics.count == 1)
    }

    private func skill(_ id: String, line: Int? = nil) -> Skill {
        Skill(
            id: id,
            name: "The skill \(id)",
            category: "literary",
            definition: "A skill.",
            place: line.map { Place(file: "catalog.yaml", line: $0) }
        )
    }

    private func topic(_ id: String) -> Topic { Topic(id: id, name: "The topic \(id)") }
}
