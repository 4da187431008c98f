import EtudeCore
import Testing

@Suite struct RealizationTests {
    @Test func `fixed words and places come apart in order`() throws {
        let realization = try Realization("the {role} kept {a other_thing} at the {place}")
        #expect(
            realization.pieces == [
                .text("the "), .slot(try slot("{role}")), .text(" kept "), .slot(try slot("{a other_thing}")),
                .text(" at the "), .slot(try slot("{place}")),
            ]
        )
        #expect(realization.source == "the {role} kept {a other_thing} at the {place}")
    }

    @Test(arguments: [
        ("{thing}", Lexicon.Kind.thing, false, false),
        ("{act}", .act, false, false),
        ("{other_role}", .role, true, false),
        ("{a place}", .place, false, true),
        ("{a other_thing}", .thing, true, true),
    ])
    func `a place says its kind, whether it is another, and its article`(
        source: String,
        kind: Lexicon.Kind,
        isOther: Bool,
        hasArticle: Bool
    ) throws {
        let slot = try slot(source)
        #expect(slot.kind == kind)
        #expect(slot.isOther == isOther)
        #expect(slot.hasArticle == hasArticle)
    }

    @Test(arguments: ["", "no place at all", "a stray } is text"])
    func `a clause without places is one text, or none`(source: String) throws {
        let realization = try Realization(source)
        #expect(realization.pieces == (source.isEmpty ? [] : [.text(source)]))
        #expect(realization.slots.isEmpty)
    }

    @Test func `places may stand side by side`() throws {
        #expect(try Realization("{thing}{act}").slots.map(\.kind) == [.thing, .act])
    }

    @Test(arguments: [
        ("an {unknown} place", "{unknown}"),
        ("{Thing}", "{Thing}"),
        ("{}", "{}"),
        ("{other_a thing}", "{other_a thing}"),
        ("{an act}", "{an act}"),
        ("not {closed", "does not close"),
    ])
    func `an unknown place and an open brace are refused by name`(source: String, words: String) {
        let error = #expect(throws: EtudeError.self) { try Realization(source) }
        #expect(error?.code == .data)
        #expect(error?.message.contains(words) == true)
        #expect(error?.message.contains(source) == true)
    }

    private func slot(_ source: String) throws -> Realization.Slot {
        try #require(Realization(source).slots.first)
    }
}
