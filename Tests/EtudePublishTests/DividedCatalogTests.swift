import EtudeCore
import EtudePublish
import Testing

struct DividedCatalogTests {
    private func divided() throws -> DividedCatalog {
        let skill = Skill(
            id: "metaphor",
            name: "metaphor (literary)",
            aliases: ["figure"],
            inflections: ["metaphors"],
            category: "literary",
            definition: "Speaking of one thing as \"another\".",
            examples: ["Her inbox was a swamp."],
            counterexample: Counterexample(text: "A tree.", reason: "It is one."),
            related: ["simile"],
            realizations: [try Realization("the {role} was a lighthouse at the {other_place}")],
            source: "A book",
            license: "CC-BY-4.0",
            origin: "skills.csv:7"
        )
        let plain = Skill(id: "irony", name: "irony", category: "rhetorical", definition: "Saying the contrary.")
        let lexicon = Lexicon(things: ["thimble"], acts: ["hemming a skirt"], places: ["shop"], roles: ["tailor"])
        return DividedCatalog(
            catalog: try Catalog(
                skills: [skill, plain],
                topics: [
                    Topic(
                        id: "sewing",
                        name: "sewing",
                        aliases: ["needlework"],
                        lexicon: lexicon,
                        source: "A page",
                        license: "CC0-1.0",
                        origin: "topics.txt:1"
                    ),
                    Topic(id: "rugs", name: "rugs"),
                ]
            ),
            heldOutSkills: ["irony"],
            heldOutTopics: ["sewing"]
        )
    }

    @Test func `A catalog comes back as it was, with its sides`() throws {
        let catalog = try divided()
        #expect(try DividedCatalog(bytes: catalog.bytes, path: "catalog.jsonl") == catalog)
    }

    @Test func `A catalog of an older program, which says nothing of licence and origin, can be read`() throws {
        let text = String(decoding: try divided().bytes, as: UTF8.self)
        let older = text.replacing(/,"license":"[^"]*","origin":"[^"]*"/, with: "")
        let catalog = try DividedCatalog(bytes: Array(older.utf8), path: "catalog.jsonl").catalog
        #expect(older != text)
        #expect(catalog.skill("metaphor")?.source == "A book")
        #expect(catalog.skill("metaphor")?.license == "")
        #expect(catalog.topic("sewing")?.origin == "")
    }

    @Test func `Every entry is a line that says its kind and side`() throws {
        let lines = try divided().bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.count == 4)
        #expect(lines[1].hasPrefix("{\"kind\":\"skill\",\"side\":\"held-out\",\"id\":\"irony\","))
        #expect(lines[3].hasPrefix("{\"kind\":\"topic\",\"side\":\"train\",\"id\":\"rugs\","))
    }

    @Test(arguments: [
        (
            "{\"kind\":\"skill\"",
            "The line is not JSON at byte 15: the text ends where a comma or the end of the object is expected"
        ),
        (
            "{\"kind\":\"skill\",\"side\":\"left\"}",
            "The entry is a \"skill\" of the side \"left\"; one of them is unknown."
        ),
        ("{\"kind\":\"topic\",\"side\":\"train\"}", "The key \"lexicon\" is missing."),
    ])
    func `A wrong line is named`(line: String, message: String) throws {
        let bytes = try divided().bytes + Array(line.utf8)
        let error = #expect(throws: EtudeError.self) { try DividedCatalog(bytes: bytes, path: "x/catalog.jsonl") }
        #expect(error?.place == Place(file: "x/catalog.jsonl", line: 5))
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
    }
}
