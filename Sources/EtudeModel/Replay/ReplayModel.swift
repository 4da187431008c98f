public import EtudeCore

/// A model that answers from a recording, by the keys of the requests.
public struct ReplayModel: ChatModel {
    /// What is told of a request without an answer: the request and its key.
    public typealias Missing = @Sendable (ChatRequest, _ key: String) async -> Void

    /// The name of the model that was recorded, so that the keys are the same.
    public let name: String
    /// Always true: a recording gives the same answer every time.
    public let isDeterministic = true
    private let answers: [String: ChatAnswer]
    private let missing: Missing

    /// A model from the lines of a recording.
    ///
    /// - Parameters:
    ///   - name: the name of the model that was recorded.
    ///   - lines: the recorded answers, of this model or also of others.
    ///   - missing: told of each request that has no answer, before the request fails.
    /// - Throws: ``EtudeError`` with code `data` if one request has two different answers.
    public init(
        name: String,
        lines: some Sequence<RecordedAnswer>,
        missing: @escaping Missing = { _, _ in }
    ) throws(EtudeError) {
        try self.init(name: name, lines: lines.map(ReplayAnswer.init(_:)), missing: missing)
    }

    /// A model from the lines of recordings and exported journals.
    ///
    /// - Parameters:
    ///   - name: the name of the model that was recorded.
    ///   - lines: the answers, of this model or also of others; of a journal's several answers to one request the first
    ///     serves, or a later one where that was cut by a smaller limit.
    ///   - missing: told of each request that has no answer, before the request fails.
    /// - Throws: ``EtudeError`` with code `data` if one request has two different answers in recordings.
    public init(
        name: String,
        lines: some Sequence<ReplayAnswer>,
        missing: @escaping Missing = { _, _ in }
    ) throws(EtudeError) {
        var answers: [String: ReplayAnswer] = [:]
        for line in lines {
            guard let earlier = answers[line.key] else {
                answers[line.key] = line
                continue
            }
            if earlier.isSuperseded(by: line) { answers[line.key] = line }
            guard earlier.isJournaled || line.isJournaled || earlier.answer == line.answer else {
                throw EtudeError(
                    .data,
                    "The request \(line.key) has two different answers in the recording; delete one line."
                )
            }
        }
        self.name = name
        self.answers = answers.mapValues(\.answer)
        self.missing = missing
    }

    /// The recorded answer to a request.
    ///
    /// - Parameter request: the request.
    /// - Returns: its answer.
    /// - Throws: ``ModelFailure`` of kind `notRecorded` if the recording has none, or `CancellationError`.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try Task.checkCancellation()
        let key = request.key(model: name)
        guard let answer = answers[key] else {
            await missing(request, key)
            throw ModelFailure(
                .notRecorded,
                "The recording of \(name) has no answer to the request \(key); answer it and add the line."
            )
        }
        return answer
    }
}
