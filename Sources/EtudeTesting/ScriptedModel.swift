import EtudeCore
public import EtudeModel

/// A model that answers by a script and remembers what it was asked.
public actor ScriptedModel: ChatModel {
    /// Answers the request of a number, counted from 0.
    public typealias Script = @Sendable (ChatRequest, Int) async throws -> ChatAnswer

    /// The model's name.
    public nonisolated let name: String
    /// Whether answers are computed again instead of kept.
    public nonisolated let isDeterministic: Bool
    /// The requests so far, in the order in which they came.
    public private(set) var requests: [ChatRequest] = []
    private let script: Script

    /// A model that follows a function.
    public init(name: String = "scripted/model", isDeterministic: Bool = false, script: @escaping Script) {
        self.name = name
        self.isDeterministic = isDeterministic
        self.script = script
    }

    /// A model that gives these outcomes in turn, and the last of them ever after.
    public init(name: String = "scripted/model", outcomes: [Result<ChatAnswer, ModelFailure>]) {
        precondition(!outcomes.isEmpty, "A script needs an outcome.")
        self.init(name: name) { _, index in try outcomes[min(index, outcomes.count - 1)].get() }
    }

    /// Answers as the script has it.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        requests.append(request)
        return try await script(request, requests.count - 1)
    }
}
