import EtudeCore
import EtudeJudge
import Testing

@Suite struct RefusedTextTests {
    @Test(arguments: [
        "I'm sorry, but I can't help with that.",
        "I’m sorry, but I cannot assist with this request.",
        "I apologize, but I am unable to fulfill your request.",
        "I can't comply with this request because it goes against my guidelines.",
        "I cannot create content that involves these skills.",
        "Unfortunately, I'm not able to complete this task.",
        "As an AI language model, I cannot feel grief, so I will leave this out.",
        "I'm afraid I won't be able to write that: I can't generate this kind of text.",
        "Sorry, I must decline to answer this prompt.",
        "Es tut mir leid, aber ich kann diese Anfrage nicht erfüllen.",
        "Je suis désolé, mais je ne peux pas répondre à votre demande.",
        "Lo siento, pero no puedo cumplir con esta solicitud.",
        "Извините, я не могу выполнить этот запрос.",
        "죄송합니다만 요청하신 글은 작성할 수 없습니다.",
        "抱歉，我无法完成您的请求。",
        "申し訳ありませんが、ご要望にはお応えできません。",
    ])
    func `a text that declines to be written is found`(_ text: String) {
        #expect(finding(RefusedText(), in: text)?.reason == .refused)
    }

    @Test(arguments: [
        "\"I'm sorry, but I can't help with that,\" said the tailor, and hid the torn sleeve.",
        "“I cannot fulfil this request,” the king told the seamstress.",
        "I'm sorry, but I can't find my thimble anywhere.",
        "Sorry I broke your needle; I can't sew in the dark.",
        "She was sorry, but she could not help with the hem.",
        "I cannot thread this needle without my glasses.",
        "Unfortunately, the request came too late, and the dress stayed unfinished.",
        "The guild refused to comply with the request of the mayor.",
        "As an apprentice, I could not answer the master's request.",
        "I can't help laughing when the bobbin sings.",
        "He wrote: I'm sorry, but I can't assist with this request. Then he tore the letter up.",
        "Lo siento, pero no puedo coser hoy.",
        "죄송하지만 바늘이 없어요.",
        "抱歉，我把线剪断了。",
        "— I'm sorry, but I can't help with that.\n— Then who can?",
    ])
    func `a story in which somebody apologizes or cannot do a thing passes`(_ text: String) {
        #expect(finding(RefusedText(), in: text) == nil)
    }

    @Test func `the finding is the sentence that declines`() {
        let found = finding(RefusedText(), in: "I can't help with that. Ask me for something else.")
        #expect(found?.detail == "I can't help with that.")
    }
}
