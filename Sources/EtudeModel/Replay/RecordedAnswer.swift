public import EtudeCore

/// One line of a recording: a request and its answer.
public struct RecordedAnswer: Sendable, Hashable {
    /// The request.
    public let request: RecordedRequest
    /// The answer.
    public let answer: ChatAnswer

    /// A request with its answer.
    public init(request: RecordedRequest, answer: ChatAnswer) {
        self.request = request
        self.answer = answer
    }

    /// The members of ``RecordedRequest/json``, then `"answer"`, as ``ChatAnswer/json`` has it.
    public var json: JSONValue { .object(request.members + [JSONMember("answer", answer.json)]) }

    /// Reads a line of a recording.
    ///
    /// - Parameter json: an object with exactly the keys of ``json``.
    /// - Throws: ``EtudeError`` with code `data` that names the first key that is missing or wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        request = try RecordedRequest(reader: &reader)
        answer = try ChatAnswer(json: try reader.value("answer"))
        try reader.refuseOtherKeys()
    }
}
