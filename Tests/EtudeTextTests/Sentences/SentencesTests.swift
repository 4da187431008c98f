import EtudeText
import Testing

@Suite struct SentencesTests {
    @Test(arguments: try SentenceCase.all.get())
    func `A text has the sentences that a reader finds`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test func `The rule is right where the original's is wrong, and both scores are told`() throws {
        let cases = try SentenceCase.all.get()
        let robust = cases.count { Sentences.count($0.text) == $0.count }
        let original = cases.count { OriginalSentenceRule.count($0.text) == $0.count }
        print("Sentence cases read right: robust \(robust) of \(cases.count), original \(original) of \(cases.count)")
        for language in Set(cases.map(\.language)).sorted() {
            let ours = cases.filter { $0.language == language }
            let right = ours.count { OriginalSentenceRule.count($0.text) == $0.count }
            print("  \(language): \(ours.count) cases, of which the original reads \(right) right")
        }
        for wrong in cases where Sentences.count(wrong.text) != wrong.count {
            print("  wrong: \(wrong), counted \(Sentences.count(wrong.text))")
        }
        #expect(robust == cases.count)
        #expect(robust > original)
    }

    @Test func `Five languages have thirty cases each, with quotations, lists, dialogue and abbreviations`() throws {
        let cases = try SentenceCase.all.get()
        #expect(cases.count >= 300)
        #expect(Set(cases.map(\.text)).count == cases.count)
        for language in ["en", "de", "fr", "es", "ru"] {
            let kinds = cases.filter { $0.language == language }.map(\.kind)
            #expect(kinds.count >= 30)
            #expect(
                Set(kinds).isSuperset(of: ["quotes", "lists", "dialogue", "abbreviations", "ellipses"]),
                "\(language)"
            )
        }
    }

    @Test func `The pieces are the text's own, without the blanks around them`() {
        let text = "  \"Go!\" he said.  She went… then   came back.\n- Fine  "
        #expect(Sentences.split(text) == ["\"Go!\" he said.", "She went… then   came back.", "- Fine"])
    }

    @Test func `Splitting a piece again gives the piece`() {
        let text =
            "Dr. Lee left at 5 p.m. on Monday. “Why?” asked Ann. “No idea…” It was late, etc.\n1. Wash\n2. Dry 。好。"
        let pieces = Sentences.split(text)
        #expect(pieces.count == 7)
        for piece in pieces { #expect(Sentences.split(String(piece)) == [piece]) }
    }
}
