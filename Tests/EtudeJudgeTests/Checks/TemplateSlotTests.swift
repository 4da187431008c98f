import EtudeCore
import EtudeJudge
import Testing

@Suite struct TemplateSlotTests {
    @Test(arguments: [
        ("A tale of {topic}.", "{topic}"), ("A tale of {{topic}}.", "{topic}"),
        ("Dear [name], the hem held.", "[name]"),
        ("Dear [Your Name], the hem held.", "[Your Name]"), ("[Insert a metaphor here]", "[Insert a metaphor here]"),
        ("Here is <topic> again.", "<topic>"), ("The {other_role} sews.", "{other_role}"),
        ("{a thing} on the sill", "{a thing}"),
        ("${name} sews.", "{name}"), ("{{#skills}} sew", "{#skills}"), ("[TOPIC]: sewing", "[TOPIC]"),
        ("<skill 1> at work", "<skill 1>"),
        ("바늘과 [주제]", "[주제]"), ("He met [Character Name] there.", "[Character Name]"),
    ])
    func `a place that nobody filled is found`(_ text: String, _ slot: String) {
        #expect(finding(TemplateSlot(), in: text) == CodeFinding(.templateSlot, slot))
    }

    @Test(arguments: [
        "[laughs] The hem held.", "He wrote \"thred\" [sic].", "See the note [3] below.",
        "The set {1, 2, 3} has three.",
        "while (true) { sew(); }", "The force is F_{max} here.", "\\text{force} is vectorial.", "a < topic > b",
        "She wore <b>red</b>.", "[The curtain falls.]", "{x} is a set.", "[Enter GHOST, with needle]",
        "The {brace stayed open.",
        "[tapping the thimble] Listen.", "She said [he] would come.", "{ sewing }",
    ])
    func `brackets of prose, code and formulas pass`(_ text: String) {
        let found = finding(TemplateSlot(), in: text)
        #expect(found == nil)
    }
}
