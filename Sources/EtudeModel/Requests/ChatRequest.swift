public import EtudeCore

/// One question to a model: the whole conversation so far, and how to answer.
public struct ChatRequest: Sendable, Hashable {
    /// The turns, oldest first.
    public var messages: [Message]
    /// How to sample.
    public var settings: SamplingSettings
    /// The schema of the answer, where one is wanted.
    public var schema: ResponseSchema?
    /// The seed of the item.
    public var seed: Seed
    /// How often an answer to the same question arrived and could not be used, from 0.
    public var ask: Int
    /// What the request is for.
    public var task: ChatTask

    /// A request for a first answer, or for another when one could not be used.
    public init(
        messages: [Message],
        settings: SamplingSettings,
        schema: ResponseSchema? = nil,
        seed: Seed,
        ask: Int = 0,
        task: ChatTask
    ) {
        self.messages = messages
        self.settings = settings
        self.schema = schema
        self.seed = seed
        self.ask = ask
        self.task = task
    }

    /// The seed of which servers get 31 bits: another for each ask, since a server that keeps to seeds would say the same again.
    public var serverSeed: Seed {
        ask == 0 ? seed : seed.child("ask", String(ask))
    }
}
