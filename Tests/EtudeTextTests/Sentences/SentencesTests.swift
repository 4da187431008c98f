import EtudeText
import Testing

@Suite struct SentencesTests {
    @Test(arguments: [
        SentenceCase(0, ""),
        SentenceCase(0, " \n\t \n"),
        SentenceCase(0, "..."),
        SentenceCase(0, "?!"),
        SentenceCase(0, "---\n***"),
        SentenceCase(0, "🙂 🙂"),
        SentenceCase(1, "Word"),
        SentenceCase(1, "No mark at the end"),
        SentenceCase(1, "One."),
        SentenceCase(2, "One. Two."),
        SentenceCase(2, "One.Two."),
        SentenceCase(3, "One! Two? Three."),
        SentenceCase(2, "Stop!Go!"),
        SentenceCase(2, "one ended. another began"),
        SentenceCase(2, "i went home. then i slept."),
        SentenceCase(2, "what a day! nobody came."),
        SentenceCase(2, "why? because."),
        SentenceCase(2, "Really?! Yes."),
        SentenceCase(2, "No!!! Never."),
        SentenceCase(2, "What ? No !"),
        SentenceCase(2, "He ran ; she walked . They met."),
        SentenceCase(1, "He ran; she walked; they met."),
        SentenceCase(1, "Three things matter: salt, fat, acid."),
        SentenceCase(2, "He left in 1999. The house stood empty."),
        SentenceCase(2, "He left in 1999.The house stood empty."),
        SentenceCase(2, "It grew. 5 people saw it."),
        SentenceCase(2, "It was great! 😀 We laughed."),
        SentenceCase(1, "It was great! 😀"),
        SentenceCase(2, "iPhones sell. eBay too."),
        SentenceCase(2, "¿Qué pasa? ¡Nada!"),
    ])
    func `Marks end sentences`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test(arguments: [
        SentenceCase(2, "One ends here.\nTwo ends here."),
        SentenceCase(2, "One ends here\nTwo ends here"),
        SentenceCase(2, "One ends here\r\nTwo ends here"),
        SentenceCase(2, "One ends here\n\ntwo begins small"),
        SentenceCase(2, "One ends here.\n\n\nTwo ends here.\n"),
        SentenceCase(1, "This line was wrapped\nby a mail program."),
        SentenceCase(1, "This line was wrapped\r\nby a mail program."),
        SentenceCase(1, "They went to\nParis."),
        SentenceCase(1, "Shall I count the hours,\nOr let them pass?"),
        SentenceCase(4, "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you"),
        SentenceCase(1, "Answer:\nThe hive is full."),
        SentenceCase(1, "Answer:\n\nThe hive is full."),
        SentenceCase(2, "**Answer**\nThe hive is full."),
        SentenceCase(2, "# The Hive\n\nThe hive is full."),
        SentenceCase(2, "She met Dr.\nLee. He nodded."),
        SentenceCase(2, "She met the Dr.\n\nThen she left."),
        SentenceCase(3, "Two firms merged:\n- Acme Inc.\n- Bolt Co.\n\nNobody cared."),
        SentenceCase(2, "One.\u{2028}Two."),
        SentenceCase(2, "One\u{2029}Two"),
        SentenceCase(2, "he left.\nshe stayed."),
        SentenceCase(2, "A start\n---\nAn end"),
    ])
    func `Line breaks end sentences that no continuation spans`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test(arguments: [
        SentenceCase(2, "1. Wash the pan. \n2. Dry it."),
        SentenceCase(2, "1. Wash the pan\n2. Dry it"),
        SentenceCase(2, "1) Wash the pan\n2) Dry it"),
        SentenceCase(3, "- apples\n- pears\n- plums"),
        SentenceCase(2, "Bring these:\n* apples\n* pears"),
        SentenceCase(3, "• one\n• two\n• three"),
        SentenceCase(2, "a. Wash it.\nb. Dry it."),
        SentenceCase(2, "a) wash it\nb) dry it"),
        SentenceCase(3, "i. Wash it.\nii. Dry it.\niii. Store it."),
        SentenceCase(2, "Do this: 1. Wash it. 2. Dry it."),
        SentenceCase(3, "I. Dawn\nII. Noon\nIII. Night"),
        SentenceCase(1, "1.\nWash the pan."),
        SentenceCase(4, "How many did you count? I counted. 42. That is all."),
        SentenceCase(2, "10. Ten is enough. It always was."),
    ])
    func `Labels of list items are no sentences, items are`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test(arguments: [
        SentenceCase(1, "It weighs 3.14 grams."),
        SentenceCase(1, "It rose 2.5% to $1,024.50 per share."),
        SentenceCase(2, "It costs $3. Buy it."),
        SentenceCase(1, "Version 1.2.3 fixes .5 of it."),
        SentenceCase(1, "Go to www.example.com for more."),
        SentenceCase(1, "Write to a.b@Example.Com or see https://example.com/a?Page=b.Html today."),
        SentenceCase(2, "Open example.com. It works."),
        SentenceCase(1, "The file main.swift imports .NET code."),
        SentenceCase(1, "Node.js runs it."),
    ])
    func `Dots inside numbers and addresses end nothing`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
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
