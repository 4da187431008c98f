import EtudeCore
import EtudeJudge
import Testing

@Suite struct AbsentTopicTests {
    private static let assignment = Assignment(
        skills: [],
        topic: Topic(
            id: "sewing",
            name: "sewing",
            aliases: ["needlework"],
            lexicon: Lexicon(
                things: ["thimble", "seam ripper"],
                acts: ["hemming a skirt"],
                places: ["fitting room"],
                roles: ["tailor"]
            )
        ),
        sentenceLimit: 2,
        language: "en"
    )

    @Test(arguments: [
        "Sewing is a river.", "She sews at night.", "A sewn promise holds.", "Her needlework sang.",
        "Two thimbles argued.",
        "Hand me the seam-ripper.", "The tailors laughed.", "She was hemming a skirt again.",
        "The fitting rooms were dark.", "",
    ])
    func `a word of the name, or an entry of the lexicon, tells of the topic`(_ text: String) {
        #expect(finding(AbsentTopic(), in: text, for: Self.assignment) == nil)
    }

    @Test(arguments: [
        "The engine was a beast.", "A ripper walked the fog.", "The room was dark.", "He saw a fitting end.",
        "Bees keep no calendar.", "A skirt lay there.", "Nobody came.", "Entailment is a relation.",
    ])
    func `a text without one is warned of`(_ text: String) {
        let found = finding(AbsentTopic(), in: text, for: Self.assignment)
        #expect(found == CodeFinding(.topicAbsent, "no word of the topic \"sewing\""))
    }
}
