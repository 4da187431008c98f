import EtudeCurate
import Testing

struct OtherSideNamesTests {
    let train = SplitFacts(name: "train", skills: .train, topics: .train)
    let heldOut = SplitFacts(name: "heldout", skills: .heldOut, topics: .heldOut)

    private func findings(_ text: String, _ split: SplitFacts) throws -> OtherSideNames.Findings {
        let facts = try ReleaseFixture.facts()
        let names = OtherSideNames(
            catalog: facts.catalog,
            heldOutSkills: facts.heldOutSkills,
            heldOutTopics: facts.heldOutTopics
        )
        return names.findings(in: text, of: split)
    }

    @Test func `A name inside a longer name that is allowed does not count`() throws {
        let found = try findings("What dramatic irony.", train)
        #expect(found.forbidden == [])
        #expect(found.allowedMentions == 1)
    }

    @Test func `The same name elsewhere in the text counts`() throws {
        #expect(try findings("Dramatic irony, or just irony?", train).forbidden == ["irony"])
    }

    @Test func `A longer name that is left out counts with all it holds`() throws {
        #expect(try findings("What dramatic irony.", heldOut).forbidden == ["dramatic irony"])
    }

    @Test func `Each side may name its own`() throws {
        #expect(try findings("Sewing by metaphor.", train).forbidden == [])
        #expect(try findings("Beekeeping by modus ponens.", heldOut).forbidden == [])
        #expect(try findings("Sewing by metaphor.", heldOut).forbidden == ["sewing", "metaphor"])
    }

    @Test func `Skills and topics have sides of their own`() throws {
        let split = SplitFacts(name: "topics", skills: .any, topics: .heldOut)
        #expect(try findings("Sewing with irony and metaphor.", split).forbidden == ["sewing"])
        #expect(try findings("Sewing with irony.", SplitFacts(name: "all", skills: .any, topics: .any)).forbidden == [])
    }
}
