import EtudeCore
import EtudeModel

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
            createdAt: json["created_at"]?.string.flatMap(Timestamp.seconds) ?? 0,
            endedAt: json["ended_at"]?.string.flatMap(Timestamp.seconds),
            files: json["results_url"]?.string.map { $0.isEmpty ? [] : [id] } ?? []
        )
    }
}

extension BatchResult {
    /// Reads a line of results; one that is no JSON has no name, and belongs to no request.
    init(anthropic line: JSONValue?, format: some ChatFormat) {
        let result = line?["result"] ?? .null
        let outcome: Outcome
        switch result["type"]?.string {
        case "succeeded":
            let body = (result["message"] ?? .null).canonicalText
            outcome = Outcome(of: HTTPReply(status: 200, headers: [], body: Array(body.utf8)), format)
        case "errored":
            outcome = .failure(Self.failure(result["error"] ?? .null))
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

    private static func failure(_ json: JSONValue) -> ModelFailure {
        let type = json["error"]?["type"]?.string ?? ""
        let error = ErrorReply(status: statuses[type] ?? 500, json: json, body: [])
        return ModelFailure(error.kind, error.message, requestID: json["request_id"]?.string ?? "")
    }
}

/// Times as RFC 3339 writes them, such as `2024-08-20T18:37:24.100435Z`.
enum Timestamp {
    /// The seconds since 1970, fractions dropped; nil for any other text.
    static func seconds(of text: String) -> Int? {
        guard
            let match = text.wholeMatch(
                of: /(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))/
            )
        else { return nil }
        let numbers = [match.1, match.2, match.3, match.4, match.5, match.6].compactMap { Int($0) }
        let zone = [match.8, match.9].compactMap { $0.flatMap { Int($0) } }
        guard numbers.count == 6, (1970...9999).contains(numbers[0]), (1...12).contains(numbers[1]) else { return nil }
        let offset = zone.count == 2 ? (zone[0] * 60 + zone[1]) * 60 * (match.7 == "-" ? -1 : 1) : 0
        let days = HTTPDate.days(year: numbers[0], month: numbers[1], day: numbers[2])
        return days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5] - offset
    }
}
