import EtudeCore
import EtudeCurate
import Testing

struct OtherSideNamesTests {
    let train = SplitFacts(name: "train", skills: .train, topics: .train)
    let heldOut = SplitFacts(name: "heldout", skills: .heldOut, topics: .heldOut)

    /// What is found in a row that says nothing but the text, in its explanation or in its request.
    private func findings(
        _ text: String,
        _ split: SplitFacts,
        inRequest: Bool = false,
        allowing mentions: [ReleaseFacts.AllowedMention] = []
    ) throws -> OtherSideNames.Findings {
        var facts = try ReleaseFixture.facts()
        facts.allowedMentions = mentions
        var row = try #require(try ReleaseFixture.rows().first)
        row.skills = ["metaphor"]
        (row.messages, row.completion, row.text, row.explanation) = ([], [], "", inRequest ? "" : text)
        row.prompt = inRequest ? [Message(.user, text)] : []
        return OtherSideNames(facts).findings(in: row, of: split)
    }

    @Test func `A mention that the pipeline allows may stand in the entry's requests, and nowhere else`() throws {
        let irony = try ReleaseFixture.facts().catalog.skills.filter { $0.name == "irony" }.map(\.id)
        let mentions = irony.map { ReleaseFacts.AllowedMention(entry: "metaphor", names: $0) }
        #expect(try findings("Not irony.", train, inRequest: true, allowing: mentions).forbidden == [])
        #expect(try findings("Not irony.", train, inRequest: true).forbidden == ["irony"])
        #expect(try findings("Not irony.", train, allowing: mentions).forbidden == ["irony"])
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
