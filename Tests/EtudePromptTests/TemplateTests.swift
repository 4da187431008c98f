import EtudeCore
import EtudePrompt
import Testing

@Suite struct TemplateTests {
    /// A template, the values for it, and what comes of them.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let source: String
        let values: TemplateValues
        let result: String

        init(_ description: String, _ source: String, _ values: TemplateValues, _ result: String) {
            testDescription = description
            self.source = source
            self.values = values
            self.result = result
        }
    }

    @Test(arguments: [
        Case("a text", "{{! variables: a }}\n[{{a}}]", ["a": .text("x")], "[x]"),
        Case("blanks in a tag", "{{! variables: a }}\n[{{ a }}]", ["a": .text("x")], "[x]"),
        Case("no HTML escaping", "{{! variables: a }}\n{{a}}", ["a": .text("<&\">")], "<&\">"),
        Case(
            "a value is never a template",
            "{{! variables: a b }}\n{{a}}{{b}}",
            ["a": .text("{{b}}"), "b": .text("{{#a}}")],
            "{{b}}{{#a}}"
        ),
        Case("a true flag", "{{! variables: a }}\n{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": .flag(true)], "yes"),
        Case("a false flag", "{{! variables: a }}\n{{#a}}yes{{/a}}{{^a}}no{{/a}}", ["a": .flag(false)], "no"),
        Case("a text as a section", "{{! variables: a }}\n{{#a}}<{{a}}>{{/a}}", ["a": .text("x")], "<x>"),
        Case("an empty text as a section", "{{! variables: a }}\n{{#a}}<{{a}}>{{/a}}.", ["a": .text("")], "."),
        Case(
            "a list",
            "{{! variables: l l.x }}\n{{#l}}{{x}},{{/l}}",
            ["l": .list([["x": .text("1")], ["x": .text("2")]])],
            "1,2,"
        ),
        Case("an empty list", "{{! variables: l l.x }}\n{{#l}}{{x}}{{/l}}{{^l}}none{{/l}}", ["l": .list([])], "none"),
        Case(
            "an element's own variable before the outer one",
            "{{! variables: x l l.x y }}\n{{x}}:{{#l}}{{x}}{{y}}{{/l}}",
            ["x": .text("o"), "y": .text("!"), "l": .list([["x": .text("i")]])],
            "o:i!"
        ),
        Case(
            "a list in a list",
            "{{! variables: l l.m l.m.x }}\n{{#l}}({{#m}}{{x}}{{/m}}){{/l}}",
            ["l": .list([["m": .list([["x": .text("1")], ["x": .text("2")]])], ["m": .list([])]])],
            "(12)()"
        ),
        Case(
            "lines of section tags vanish",
            "{{! variables: a }}\none\n  {{#a}}  \ntwo\n{{/a}}\nthree\n",
            ["a": .flag(true)],
            "one\ntwo\nthree"
        ),
        Case(
            "lines of hidden sections vanish",
            "{{! variables: a }}\none\n{{#a}}\ntwo\n{{/a}}\nthree",
            ["a": .flag(false)],
            "one\nthree"
        ),
        Case(
            "a tag with company keeps its line",
            "{{! variables: a }}\n{{#a}}one\n{{/a}} two",
            ["a": .flag(true)],
            "one\n two"
        ),
        Case("a line of a variable stays", "{{! variables: a }}\n1\n{{a}}\n2", ["a": .text("")], "1\n\n2"),
        Case("comments vanish", "{{! variables: }}\none{{! x }}\n{{! y\n z }}\ntwo", [:], "one\ntwo"),
        Case(
            "lines that end in CR LF",
            "{{! variables: a }}\r\n{{#a}}\r\none\r\n{{/a}}\r\ntwo",
            ["a": .flag(true)],
            "one\ntwo"
        ),
        Case(
            "newlines at the end are dropped",
            "{{! variables: a }}\none\n{{#a}}\n\n{{/a}}\n",
            ["a": .flag(true)],
            "one"
        ),
        Case(
            "single braces are text",
            "{{! variables: a }}\n{\"k\": {\"v\": \"{{a}}\"}}",
            ["a": .text("x")],
            "{\"k\": {\"v\": \"x\"}}"
        ),
        Case("values that nobody names", "{{! variables: a }}\n{{a}}", ["a": .text("x"), "b": .flag(true)], "x"),
    ])
    func `renders a template`(_ item: Case) throws {
        let template = try Template(source: item.source, file: "t.mustache")
        #expect(try template.render(item.values) == item.result)
    }

    @Test func `lists its variables in the order of the first lines`() throws {
        let source = "{{! variables: b a\n  l l.x }}\n{{a}}{{b}}{{#l}}{{x}}{{/l}}"
        #expect(try Template(source: source, file: "t.mustache").variables == ["b", "a", "l", "l.x"])
    }
}
