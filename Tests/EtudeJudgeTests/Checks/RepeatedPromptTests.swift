import EtudeCore
import EtudeJudge
import Testing

@Suite struct RepeatedPromptTests {
    private static let prompt = [
        Message(.system, "You write short texts and never say who you are or what you are."),
        Message(
            .user,
            """
            Please write a short, natural piece of prose in the setting of the topic below. It has to show every skill.
            Topic: the slow mending of old and treasured linen tablecloths in winter
            Skills: metaphor, red herring. It reads like something that a person might really say or write.
            """
        ),
        Message(.assistant, "The old linen sighed under her needle like a tired sea at the end of winter."),
        Message(.user, "Now read your text again with a critical eye and write a better one."),
    ]
    private static let assignment = Assignment.named(
        ["metaphor", "red herring"],
        topic: "the slow mending of old and treasured linen tablecloths in winter"
    )

    @Test(arguments: [
        "Please write a short, natural piece of prose in the setting of the topic below.",
        "Here is a short natural piece of prose in the setting of sewing: the hem held.",
        "It reads like something that a person might really say or write, this hem.",
        "Now read your text again with a critical eye, said the needle.",
        "Sure! READ YOUR TEXT AGAIN WITH A CRITICAL EYE!",
        "You write short texts and never say who you are.",
        "The topic below: it has to show every skill. Topic: the hem.",
        "The hem \"has to show every skill. Topic: the slow mending of old\" cloth.",
    ])
    func `words of the request are found`(_ text: String) {
        let found = finding(RepeatedPrompt(), in: text, for: Self.assignment, prompt: Self.prompt)
        #expect(found?.reason == .repeatsPrompt)
    }

    @Test(arguments: [
        "The old linen sighed under her needle like a tired sea at the end of winter.",
        "She lived for the slow mending of old and treasured linen tablecloths in winter.",
        "A person might really say or write that the hem was a river.",
        "Read your seam again with a critical eye.",
        "The topic below stairs was mending.",
        "Please write to me soon, said the thimble.",
        "A short piece of thread, a long piece of prose.",
        "",
        "Her needle was a fish.",
    ])
    func `names, short runs and the model's own words pass`(_ text: String) {
        #expect(finding(RepeatedPrompt(), in: text, for: Self.assignment, prompt: Self.prompt) == nil)
    }

    @Test func `without a conversation nothing is repeated`() {
        #expect(finding(RepeatedPrompt(), in: Self.prompt[1].content, for: Self.assignment) == nil)
    }
}
