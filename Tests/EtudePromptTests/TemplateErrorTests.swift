import EtudeCore
import EtudePrompt
import Testing

@Suite struct TemplateErrorTests {
    @Test(arguments: [
        ("", 1, "begins by naming"),
        ("Hello {{name}}", 1, "begins by naming"),
        ("{{! a remark }}\nHello", 1, "begins by naming"),
        ("{{! variables: a }}\nx\n{{a}} {{b}}", 3, "b is used and not named"),
        ("{{! variables: topic }}\n{{topic}}{{topik}}", 2, "did you mean topic?"),
        ("{{! variables: a\n   b }}\n{{a}}", 2, "b is named and not used"),
        ("{{! variables: l l.x }}\n{{#l}}{{/l}}", 1, "l.x is named and not used"),
        ("{{! variables: l l.x }}\n{{#l}}{{x}}{{/l}}\n{{x}}", 3, "x is used and not named"),
        ("{{! variables: l.x }}\n{{#l}}{{x}}{{/l}}", 2, "l is used and not named"),
        ("{{! variables: a a }}\n{{a}}", 1, "named twice"),
        ("{{! variables: A }}\n", 1, "no name of a variable"),
        ("{{! variables: a, b }}\n{{b}}", 1, "no name of a variable"),
        ("{{! variables: a }}\n{{a", 2, "opened and not closed"),
        ("{{! variables: a }}\n\n{{#a}}x", 3, "section a is opened and not closed"),
        ("{{! variables: a b }}\n{{#a}}\n{{#b}}\n{{/a}}{{/b}}", 4, "the open section is b, from line 3"),
        ("{{! variables: a }}\n{{a}}{{/a}}", 2, "no section is open"),
        ("{{! variables: a }}\n{{{a}}}", 2, "is not known"),
        ("{{! variables: a }}\n{{&a}}", 2, "is not known"),
        ("{{! variables: a }}\n{{>a}}", 2, "is not known"),
        ("{{! variables: a }}\n{{#a}}{{.}}{{/a}}", 2, "is not known"),
        ("{{! variables: a }}\n{{}}", 2, "is not known"),
    ])
    func `a faulty template is refused with its line`(source: String, line: Int, words: String) throws {
        let error = #expect(throws: EtudeError.self) { try Template(source: source, file: "my.mustache") }
        let found = try #require(error)
        #expect(found.code == .data)
        #expect(found.place == Place(file: "my.mustache", line: line))
        #expect(found.message.contains(words), "\(found.message)")
    }

    @Test(arguments: [
        (["l": TemplateValue.list([["x": .text("1")]])], 1, "a has no value"),
        (["a": .text("1"), "l": .list([["x": .text("1")], ["y": .text("2")]])], 2, "l.x has no value"),
        (["a": .text("1"), "l": .text("x")], 2, "l has fields"),
        (["a": .flag(true), "l": .list([])], 4, "its value is none"),
        (["a": .text("1"), "l": .list([["x": .flag(false)]])], 5, "l.x is put in as a text"),
    ])
    func `a missing or wrong value is refused with its line`(values: TemplateValues, line: Int, words: String) throws {
        let source = "{{! variables: a\n l l.x }}\nx\n{{a}}\n{{#l}}{{x}}{{/l}}\n"
        let template = try Template(source: source, file: "my.mustache")
        let error = #expect(throws: EtudeError.self) { try template.render(values) }
        let found = try #require(error)
        #expect(found.code == .data)
        #expect(found.place == Place(file: "my.mustache", line: line))
        #expect(found.message.contains(words), "\(found.message)")
    }

    @Test func `a variable that nobody fills is found before anything is rendered`() throws {
        let template = try Template(
            source: "{{! variables: topic\n  tropic }}\n{{topic}}{{tropic}}",
            file: "my.mustache"
        )
        let error = #expect(throws: EtudeError.self) { try template.requireOnly(["topic", "genre"]) }
        let found = try #require(error)
        #expect(found.place == Place(file: "my.mustache", line: 2))
        #expect(found.message.contains("did you mean topic?"))
        try template.requireOnly(["tropic", "topic"])
    }
}
