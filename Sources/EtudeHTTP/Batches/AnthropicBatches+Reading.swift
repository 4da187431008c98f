import EtudeCore
import EtudeModel
import NIOHTTP1

extension BatchStatus {
    /// Reads a batch object of Anthropic.
    ///
    /// A state that is not known counts as open, so that nothing is asked, and paid for, again.
    ///
    /// - Parameter json: the object; without `results_url` its results do not exist (any more).
    /// - Throws: ``ModelFailure`` of kind `invalidBody` if it has no usable name.
    init(anthropic json: JSONValue) throws(ModelFailure) {
        let id = try BatchName.checked(json["id"]?.string)
        let word = json["processing_status"]?.string ?? ""
        let counts = json["request_counts"]
        func count(_ keys: String...) -> Int { keys.compactMap { counts?[$0]?.int }.reduce(0, +) }
        self.init(
            id: id,
            phase: word == "ended" ? .finished : .open,
            word: word,
            total: count("processing", "succeeded", "errored", "canceled", "expired"),
            answered: count("succeeded"),
            failed: count("errored", "canceled", "expired"),
            createdAt: json["created_at"]?.string.flatMap(Timestamp.seconds).map { Int($0) } ?? 0,
            endedAt: json["ended_at"]?.string.flatMap(Timestamp.seconds).map { Int($0) },
            files: json["results_url"]?.string.map { $0.isEmpty ? [] : [id] } ?? []
        )
    }
}

extension BatchResult {
    /// Reads a line of results; one that is no JSON has no name, and belongs to no request.
    init(anthropic line: JSONValue?, reader: ReplyReader<MessagesReply>) {
        let result = line?["result"] ?? .null
        let outcome: Outcome
        switch result["type"]?.string {
        case "succeeded":
            let body = (result["message"] ?? .null).canonicalText
            outcome = Outcome(of: HTTPReply(status: 200, headers: [:], body: Array(body.utf8)), reader)
        case "errored":
            outcome = .failure(Self.failure(result["error"] ?? .null, redacting: reader.secret))
        default: outcome = .unanswered
        }
        self.init(customID: line?["custom_id"]?.string ?? "", outcome: outcome)
    }

    /// The status that each type of error has when a request is sent alone.
    private static let statuses = [
        "invalid_request_error": 400, "authentication_error": 401, "billing_error": 402, "permission_error": 403,
        "not_found_error": 404, "request_too_large": 413, "rate_limit_error": 429, "timeout_error": 504,
        "overloaded_error": 529,
    ]

    private static func failure(_ json: JSONValue, redacting secret: Secret?) -> ModelFailure {
        let type = json["error"]?["type"]?.string ?? ""
        let reply = HTTPReply(status: statuses[type] ?? 500, headers: [:], body: [])
        return ErrorReply(reply, json: json).failure(redacting: secret, now: 0)
    }
}
