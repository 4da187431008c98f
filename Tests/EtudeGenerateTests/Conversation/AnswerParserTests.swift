import EtudeCore
import EtudeGenerate
import Testing

@Suite struct AnswerParserTests {
    /// An answer, and the text and explanation that are right.
    struct Case: Sendable, CustomTestStringConvertible {
        let answer: String
        let text: String
        let explanation: String

        init(_ answer: String, _ text: String, _ explanation: String = "") {
            self.answer = answer
            self.text = text
            self.explanation = explanation
        }

        var testDescription: String { answer.debugDescription }
    }

    @Test(arguments: [
        Case("Answer: It rained.\nExplanation: Because.", "It rained.", "Because."),
        Case("Answer:\n\nIt rained.\n\nExplanation:\n\nBecause.\nAnd so.", "It rained.", "Because.\nAnd so."),
        Case("Answer: It rained.", "It rained."),
        Case("답: 비가 왔다.\n설명: 그래서.", "비가 왔다.", "그래서."),
        Case("개선된 답: 비가 왔다.\n\n설명： 그래서.", "비가 왔다.", "그래서."),
        Case("**답:** 비가 왔다. **설명:** 그래서.", "비가 왔다.", "그래서."),
        Case("대답: 아니.\n답변: 비가 왔다.\n설명: 그래서.", "비가 왔다.", "그래서."),
        Case("Answer： It rained.\nExplanation： Because.", "It rained.", "Because."),
        Case("ANSWER : It rained.\nexplanation : Because.", "It rained.", "Because."),
        Case("Sure! Here it is.\n\nAnswer: It rained.\nExplanation: Because.", "It rained.", "Because."),
        Case("Answer: It rained. Explanation: Because.", "It rained.", "Because."),
        Case("Of course. Answer: It rained. Explanation: Because.", "It rained.", "Because."),
    ])
    func `finds plain markers`(_ item: Case) {
        #expect(AnswerParser.parse(item.answer) == ParsedAnswer(text: item.text, explanation: item.explanation))
    }

    @Test(arguments: [
        Case("**Answer:** It rained.\n\n**Explanation:** Because.", "It rained.", "Because."),
        Case("**Answer**: It rained.\n**Explanation**: Because.", "It rained.", "Because."),
        Case("**Answer:**It rained.\n__Explanation:__Because.", "It rained.", "Because."),
        Case("**Answer: It rained.**\n**Explanation: Because.**", "It rained.", "Because."),
        Case("Answer: **It rained.**\nExplanation: *Because.*", "It rained.", "Because."),
        Case("Answer: **Never** again.\nExplanation: **Why** it *matters*", "**Never** again.", "**Why** it *matters*"),
        Case("## Answer\n\nIt rained.\n\n## Explanation\n\nBecause.", "It rained.", "Because."),
        Case("### Improved Answer:\nIt rained.\n### Explanation:\nBecause.", "It rained.", "Because."),
        Case("**Answer**\nIt rained.\n**Explanation**\nBecause.", "It rained.", "Because."),
        Case("1. Answer: It rained.\n2. Explanation: Because.", "It rained.", "Because."),
        Case("1) **Answer:** It rained.\n2) **Explanation:** Because.", "It rained.", "Because."),
        Case("- Answer: It rained.\n- Explanation: Because.", "It rained.", "Because."),
        Case("Answer (revised): It rained.\nExplanation (short): Because.", "It rained.", "Because."),
        Case("Answer 2: It rained.\nExplanation: Because.", "It rained.", "Because."),
        Case("```\nAnswer: It rained.\nExplanation: Because.\n```", "It rained.", "Because."),
        Case("Answer:\n```text\nIt rained.\n```\nExplanation: Because.", "It rained.", "Because."),
        Case("Answer: It rained.\n\n---\n\nExplanation: Because.", "It rained.", "Because."),
        Case(
            "Answer: It rained.\r\nIt poured.\r\n\r\nExplanation: Because.\r\n",
            "It rained.\r\nIt poured.",
            "Because."
        ),
    ])
    func `takes off headings, emphasis, numbers and fences`(_ item: Case) {
        #expect(AnswerParser.parse(item.answer) == ParsedAnswer(text: item.text, explanation: item.explanation))
    }

    @Test(arguments: [
        Case("Answer: \"It rained.\"", "It rained."),
        Case("Answer: “It rained.”", "It rained."),
        Case("Answer: ‘It's raining.’", "It's raining."),
        Case("Answer: 'It's raining.'", "It's raining."),
        Case("Answer: 「비가 왔다.」", "비가 왔다."),
        Case("Answer: **\"It rained.\"**", "It rained."),
        Case("Answer: \"He said \"no\" to me.\"", "He said \"no\" to me."),
        Case("Answer: “He said “no” to me.”", "He said “no” to me."),
        Case("Answer: \"Rain,\" he said, \"at last.\"", "\"Rain,\" he said, \"at last.\""),
        Case("Answer: “Rain,” he said, “at last.”", "“Rain,” he said, “at last.”"),
        Case("Answer: He said, \"It rained.\"", "He said, \"It rained.\""),
        Case("Answer: \"It rained.", "\"It rained."),
    ])
    func `takes off quotation marks only around the whole`(_ item: Case) {
        #expect(AnswerParser.parse(item.answer)?.text == item.text)
    }

    @Test(arguments: [
        Case("Answer: One.\nExplanation: a\nAnswer: Two.\nExplanation: b", "Two.", "b"),
        Case("Answer: One.\nImproved answer: Two.\nExplanation: b", "Two.", "b"),
        Case("Answer: One.\nAnswer: Two.", "Two."),
        Case("Answer: One.\nExplanation: see\nAnswer: above", "One.", "see\nAnswer: above"),
        Case("Explanation: a\nAnswer: One.", "One."),
        Case("Answer: The riddle was hard. Answer: mine.\nExplanation: b", "The riddle was hard. Answer: mine.", "b"),
        Case("Answer: One.\nExplanation: a\nExplanation (more): b", "One.", "a\nExplanation (more): b"),
        Case("Answer: I had no answer: none.\nExplanation: b", "I had no answer: none.", "b"),
    ])
    func `the last answer with an explanation counts`(_ item: Case) {
        #expect(AnswerParser.parse(item.answer) == ParsedAnswer(text: item.text, explanation: item.explanation))
    }

    @Test(arguments: [
        "", "It rained.", "Explanation: Because.", "Answer", "Answer:", "Answer: \n\nExplanation: Because.",
        "Answer: \"\"\nExplanation: Because.", "Answer: ``` \n```\nExplanation: Because.", "The answer is: it rained.",
        "Answer: Sure, here is a short text:\n\nExplanation: It rained.", "답:\n설명: 그래서.", "\"Answer: It rained.\"",
    ])
    func `an answer without a marked text cannot be read`(answer: String) {
        #expect(AnswerParser.parse(answer) == nil)
    }

    @Test func `no mixture of markers and wrappings traps or gives an empty text`() {
        let pieces = [
            "Answer", "answer:", "Explanation:", "답：", "설명", "**", "*", "_", "\"", "“", "”", "'", "```", "---", "#",
            "1.", "(",
            ")", ":", " ", "\n", "\r\n", "Rain.", "e\u{301}", "\u{0}",
        ]
        var generator = SeededGenerator(seed: Seed(1))
        var read = 0
        for _ in 0..<3000 {
            let answer = (0..<generator.below(12)).map { _ in pieces[generator.below(pieces.count)] }.joined()
            guard let parsed = AnswerParser.parse(answer) else { continue }
            read += 1
            #expect(parsed.text.contains { !$0.isWhitespace }, "\(answer.debugDescription)")
        }
        #expect(read > 100)
    }
}
