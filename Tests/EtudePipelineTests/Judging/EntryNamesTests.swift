import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct EntryNamesTests {
    private let names = EntryNames(skills: [
        Skill(
            id: "modus-ponens",
            name: "modus ponens",
            aliases: ["affirming the antecedent"],
            category: "logic",
            definition: "D."
        ),
        Skill(id: "red-herring", name: "red herring", aliases: ["diversion"], category: "fallacy", definition: "D."),
        Skill(
            id: "digression",
            name: "digression",
            aliases: ["diversion", "metaphor"],
            category: "literary",
            definition: "D."
        ),
        Skill(id: "metaphor", name: "metaphor", category: "literary", definition: "D."),
    ])

    @Test(arguments: [
        ("modus-ponens", "modus-ponens"), ("Modus Ponens", "modus-ponens"), ("MODUS_PONENS", "modus-ponens"),
        ("Affirming the Antecedent", "modus-ponens"), ("red herring", "red-herring"), ("Métaphor", "metaphor"),
    ])
    func `An entry is found by id, name or alias, and a name goes before another's alias`(word: String, id: String)
        throws
    {
        #expect(try names.id(of: word) == id)
    }

    @Test(arguments: [
        ("metafor", ["\"metafor\"", "did you mean \"metaphor\"?"]), ("", ["no skill \"\""]),
        ("diversion", ["any of the skills digression, red-herring"]),
        ("something else altogether", ["no skill \"something else altogether\"."]),
    ])
    func `A word that means none or several is told`(word: String, words: [String]) throws {
        let error = #expect(throws: EtudeError.self) { _ = try names.id(of: word) }
        #expect(error?.code == .data)
        for part in words { #expect(error?.message.contains(part) == true, "\(error?.message ?? "")") }
    }
}
