import EtudeCore
import Testing

@testable import EtudeGenerate

@Suite struct SentenceTests {
    @Test(arguments: [
        ("needle", "a"), ("apple", "an"), ("hour glass", "an"), ("honest tailor", "an"), ("unicorn horn", "a"),
        ("uniform", "a"), ("unimportant key", "an"), ("euro coin", "a"), ("used cart", "a"), ("one-handed saw", "a"),
        ("onerous task", "an"), ("ultraviolet lamp", "an"), ("umbrella", "an"), ("Ottoman lamp", "an"), ("U-bolt", "a"),
        ("L-square", "an"), ("house", "a"), ("herb knife", "an"), ("herding crook", "a"),
    ])
    func `the article follows the sound`(phrase: String, article: String) {
        #expect(IndefiniteArticle.before(phrase) == article)
    }

    @Test func `a clause that begins with a quote gets its large letter behind the mark, and stays as it is else`() {
        var generator = SeededGenerator(seed: Seed(1))
        let sentence = SentenceJoiner.sentence(of: ["\"no,\" said the tailor, \"never\""], &generator)
        #expect(sentence.text == "\"No,\" said the tailor, \"never\".")
        #expect(sentence.clauses == ["\"No,\" said the tailor, \"never\""])
    }

    @Test func `plain clauses are joined in all ways`() {
        let texts = Set(
            (UInt64(0)..<200).map { seed in
                var generator = SeededGenerator(seed: Seed(seed))
                return SentenceJoiner.sentence(of: ["the rain fell", "the tailor slept"], &generator).text
            }
        )
        #expect(
            texts == [
                "The rain fell; the tailor slept.", "The rain fell; meanwhile, the tailor slept.",
                "The rain fell, and the tailor slept.", "The rain fell, while the tailor slept.",
            ]
        )
    }

    @Test(arguments: [
        ("the rain fell", "seven swans slept"), ("the rain fell", "the tailor said \"no\""),
        ("the rain fell", "the tailor sat, sighed, slept"),
    ])
    func `before anything but a plain subject only a semicolon will do`(first: String, second: String) {
        for seed in 0..<50 {
            var generator = SeededGenerator(seed: Seed(UInt64(seed)))
            #expect(
                SentenceJoiner.sentence(of: [first, second], &generator).text.hasPrefix("The rain fell; \(second)")
            )
        }
    }

    @Test func `a list is not continued by a conjunction`() {
        for seed in 0..<50 {
            var generator = SeededGenerator(seed: Seed(UInt64(seed)))
            let text = SentenceJoiner.sentence(of: ["the tailor sat, sighed, slept", "the rain fell"], &generator).text
            #expect(text.contains("; "))
        }
    }

    @Test func `places that are equal get the same word, others another, unused ones first`() throws {
        let lexicon = Lexicon(things: ["needle", "thimble"], roles: ["tailor"])
        var filler = ClauseFiller(topic: Topic(id: "sewing", name: "sewing", lexicon: lexicon))
        var generator = SeededGenerator(seed: Seed(3))
        let both = try filler.fill(Realization("{a thing} and {a other_thing} and the {thing}"), &generator)
        #expect(["a needle and a thimble and the needle", "a thimble and a needle and the thimble"].contains(both))
        for seed in 0..<20 {
            var generator = SeededGenerator(seed: Seed(UInt64(seed)))
            var fresh = ClauseFiller(topic: Topic(id: "sewing", name: "sewing", lexicon: lexicon))
            let first = try fresh.fill(Realization("{thing}"), &generator)
            #expect(try fresh.fill(Realization("{thing}"), &generator) != first)
        }
    }
}
