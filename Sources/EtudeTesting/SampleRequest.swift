public import EtudeCore
public import EtudeModel

extension ChatRequest {
    /// A request to write about falconry, for tests that need any request.
    public static func sample(
        _ content: String = "Write about falconry.",
        settings: SamplingSettings = SamplingSettings(),
        schema: ResponseSchema? = nil,
        seed: Seed = Seed(7),
        ask: Int = 0
    ) -> ChatRequest {
        let metaphor = Skill(
            id: "metaphor",
            name: "metaphor",
            category: "rhetorical",
            definition: "A figure of speech."
        )
        let assignment = Assignment(
            skills: [metaphor],
            topic: Topic(id: "falconry", name: "falconry"),
            sentenceLimit: 1,
            language: "en"
        )
        return ChatRequest(
            messages: [Message(.user, content)],
            settings: settings,
            schema: schema,
            seed: seed,
            ask: ask,
            task: .write(assignment)
        )
    }
}
