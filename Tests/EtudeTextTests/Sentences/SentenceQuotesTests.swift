import EtudeText
import Testing

@Suite struct SentenceQuotesTests {
    @Test(arguments: [
        SentenceCase(1, "\"Go!\" he said."),
        SentenceCase(1, "“Go!” he said."),
        SentenceCase(1, "‘Go!’ he said."),
        SentenceCase(1, "\"Where is it?\" asked Mary."),
        SentenceCase(1, "\"Where is it?\" Mary asked."),
        SentenceCase(1, "“Help!” Mary Ann cried as she fell."),
        SentenceCase(1, "“Why?” I asked."),
        SentenceCase(1, "“Why?” Dr. Lee asked."),
        SentenceCase(2, "“Why?” She had no answer."),
        SentenceCase(2, "“Why?” Mary had no answer."),
        SentenceCase(1, "“I don’t know…” Tom muttered."),
        SentenceCase(2, "“I know.” Tom left."),
        SentenceCase(2, "“Stop! Go!” he said."),
        SentenceCase(2, "He said, \"Stop it. Go home.\""),
        SentenceCase(2, "He said, “Stop it.” She went."),
        SentenceCase(2, "He said, \"Stop it.\" She went."),
        SentenceCase(2, "He said, “Stop it.”She went."),
        SentenceCase(2, "He said \"stop it\". She went."),
        SentenceCase(2, "He said “stop it.” “No,” she said."),
        SentenceCase(2, "\"Stop!\" \"No!\""),
        SentenceCase(2, "“stop!” “no!”"),
        SentenceCase(3, "“Stop!”\n“No!”\n“Yes.”"),
        SentenceCase(2, "“Stop!”\nMary asked nobody."),
        SentenceCase(1, "“Stop!”, he said."),
        SentenceCase(1, "“Stop!” , Ann Lee told him."),
        SentenceCase(1, "“Stop!” – he said."),
        SentenceCase(1, "“Stop!”—that was all."),
        SentenceCase(1, "The question \"How is it?\" presupposes a lot."),
        SentenceCase(1, "The song “Help!” was great."),
        SentenceCase(1, "The song *Help!* was great."),
        SentenceCase(1, "Did she say “Really?”?"),
        SentenceCase(2, "Did she say “Really?”. Yes."),
        SentenceCase(2, "“It’s late. It’s dark"),
        SentenceCase(2, "'Tis late. 'Twas dark."),
        SentenceCase(2, "**It is late.** It is dark."),
        SentenceCase(2, "« Va ! » Il part."),
        SentenceCase(1, "« Va ! » dit-il."),
        SentenceCase(2, "„Geh!“ „Nein!“"),
        SentenceCase(2, "—¡Vamos! —dijo Juan. —Ya voy."),
        SentenceCase(2, "Alice: Are you there?\nBob: Yes."),
    ])
    func `Quotations belong to the sentence around them`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test(arguments: [
        SentenceCase(2, "(He was late.) She left."),
        SentenceCase(1, "The dog (really!) barked."),
        SentenceCase(1, "The dog (what a dog!) barked (twice)."),
        SentenceCase(2, "The dog barked (twice!). It slept."),
        SentenceCase(2, "The dog barked. (It slept.)"),
        SentenceCase(2, "The dog barked [loudly]. It slept."),
    ])
    func `Brackets belong to the sentence around them`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test(arguments: [
        SentenceCase(2, "今天天气很好。我们去公园。"),
        SentenceCase(3, "你好！你好吗？我很好。"),
        SentenceCase(1, "“走吧！”他说。"),
        SentenceCase(2, "“走吧！”他站了起来。"),
        SentenceCase(1, "他……走了。"),
        SentenceCase(2, "我有。3个人来了。"),
        SentenceCase(2, "雨が降る。傘を持つ。"),
        SentenceCase(1, "「行く。」と言った。"),
        SentenceCase(2, "「行く。」「待って！」"),
        SentenceCase(2, "安静\n下雨了"),
        SentenceCase(2, "안녕하세요. 반갑습니다."),
        SentenceCase(2, "정말이에요? 네, 정말이에요!"),
        SentenceCase(1, "\"가자!\"라고 그가 말했다."),
        SentenceCase(1, "그래서... 나는 갔다."),
        SentenceCase(2, "그는 갔다…\n나는 남았다."),
        SentenceCase(2, "यह घर है। वह बाग है।"),
        SentenceCase(2, "هل أنت هنا؟ نعم."),
        SentenceCase(2, "Он ушёл. Она осталась."),
    ])
    func `Other scripts have their own stops`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }
}
