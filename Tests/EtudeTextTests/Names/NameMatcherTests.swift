import EtudeCore
import EtudeText
import Testing

@Suite struct NameMatcherTests {
    private func matcher(_ forms: String...) -> NameMatcher {
        NameMatcher(forms.map { NameMatcher.Name(owner: $0.uppercased(), form: $0) })
    }

    @Test func `A name is found whatever its case, number, signs and line breaks`() throws {
        let matcher = matcher("red herring")
        for text in ["a red herring.", "Red Herrings!", "RED-HERRING", "rëd\nherring", "the red herring's tail"] {
            let match = try #require(matcher.firstMatch(in: text), "\(text)")
            #expect(match.owner == "RED HERRING")
            #expect(match.form == "red herring")
        }
    }

    @Test func `No name is found inside a word or across another word`() {
        let matcher = matcher("art", "red herring")
        for text in ["party smart", "a red big herring", "herring red", "infrared herrings", ""] {
            #expect(matcher.matches(in: text).isEmpty, "\(text)")
        }
    }

    @Test func `Overlapping and nested names are all found, by place and the longer first`() {
        let matcher = matcher("question", "complex question", "question mark", "complex", "mark of cain", "of")
        let found = matcher.matches(in: "A complex question mark of Cain")
        #expect(
            found.map(\.form) == ["complex question", "complex", "question mark", "question", "mark of cain", "of"]
        )
        #expect(found.map(\.words) == [1..<3, 1..<2, 2..<4, 2..<3, 3..<6, 4..<5])
        #expect(matcher.firstMatch(in: "A complex question mark")?.form == "complex question")
    }

    @Test func `A form of two owners names both, in the order given`() {
        let matcher = NameMatcher([.init(owner: "b", form: "bias"), .init(owner: "a", form: "Biases")])
        #expect(matcher.matches(in: "a bias").map(\.owner) == ["b", "a"])
    }

    @Test func `A text and its folded words name the same, in any number`() {
        let singular = [
            "metaphor", "man", "analysis", "axis", "boss", "box", "fallacy", "use", "phase", "house", "lens", "bias",
            "hero", "cliche", "quiz", "virus", "s", "bus",
        ]
        let endings = ["", "s", "es", "ies", "ses", "zes", "uses", "yses", "is", "us", "ss"]
        let words =
            singular.flatMap { word in (0...3).flatMap { cut in endings.map { word.dropLast(cut) + $0 } } }
            + ["men", "women", "axes", "lenses", "quizzes", "uses", "gases", "criteria", "mice", "ｍetaphors"]
        let matcher = NameMatcher((singular + ["criterion", "mouse", "gas"]).map { .init(owner: $0, form: $0) })
        let text = words.joined(separator: " ")
        let found = matcher.matches(in: text)
        #expect(found == matcher.matches(inNameWords: Folding.nameWords(text)))
        #expect(found.count > 60)
    }

    @Test func `Ideographs are found without blanks around them`() {
        #expect(matcher("隐喻").matches(in: "这是一个隐喻。").map(\.words) == [4..<6])
    }

    @Test func `No names, and forms without letters, find nothing`() {
        #expect(NameMatcher([]).matches(in: "red herring").isEmpty)
        #expect(matcher("?!").matches(in: "red ?! herring").isEmpty)
    }

    @Test func `It finds what a search at every word finds`() {
        var random = SeededGenerator(seed: Seed(7))
        let alphabet = ["ant", "bee", "cat", "dog"]
        func phrase(_ length: Int) -> [String] { (0..<length).map { _ in alphabet[random.below(alphabet.count)] } }
        for _ in 0..<200 {
            let forms = Set((0..<12).map { _ in phrase(1 + random.below(4)) }).sorted {
                $0.lexicographicallyPrecedes($1)
            }
            let text = phrase(random.below(30))
            var expected: Set<String> = []
            for form in forms where form.count <= text.count {
                for first in 0...text.count - form.count where text[first..<first + form.count].elementsEqual(form) {
                    expected.insert("\(form.joined(separator: " ")) \(first..<first + form.count)")
                }
            }
            let names = forms.map { NameMatcher.Name(owner: "", form: $0.joined(separator: " ")) }
            let found = NameMatcher(names).matches(in: text.joined(separator: " "))
            #expect(found.count == expected.count)
            #expect(Set(found.map { "\($0.form) \($0.words)" }) == expected)
        }
    }
}
