import EtudeCore
import EtudeModel
import NIOHTTP1

extension BatchStatus {
    /// Reads a batch object of OpenAI.
    ///
    /// A state that is not known counts as open, so that nothing is asked, and paid for, again.
    ///
    /// - Parameter json: the object; names of files may be null, or empty texts.
    /// - Throws: ``ModelFailure`` of kind `invalidBody` if it has no usable name.
    init(openAI json: JSONValue) throws(ModelFailure) {
        let word = json["status"]?.string ?? ""
        let phase: Phase =
            switch word {
            case "failed": .failed
            case "completed", "expired", "cancelled": .finished
            default: .open
            }
        let ended = ["completed_at", "expired_at", "cancelled_at", "failed_at"].lazy.compactMap { json[$0]?.int }.first
        var notes: [String: String] = [:]
        for member in json["metadata"]?.members ?? [] { notes[member.key] = member.value.string }
        var files: [String] = []
        for key in ["output_file_id", "error_file_id"] {
            if let name = json[key]?.string, !name.isEmpty { files.append(try BatchName.checked(name)) }
        }
        self.init(
            id: try BatchName.checked(json["id"]?.string),
            phase: phase,
            word: word,
            total: json["request_counts"]?["total"]?.int ?? 0,
            answered: json["request_counts"]?["completed"]?.int ?? 0,
            failed: json["request_counts"]?["failed"]?.int ?? 0,
            createdAt: json["created_at"]?.int ?? 0,
            endedAt: phase == .open ? nil : ended,
            files: files,
            metadata: notes,
            problems: (json["errors"]?["data"]?.array ?? []).map { Problem(openAI: $0) }
        )
    }
}

extension BatchStatus.Problem {
    /// Reads an element of `errors.data`.
    fileprivate init(openAI json: JSONValue) {
        self.init(
            code: json["code"]?.string ?? "",
            message: json["message"]?.string ?? "",
            line: json["line"]?.int
        )
    }
}

extension BatchResult {
    /// Codes of requests that were never tried.
    private static let untried: Set<String> = ["batch_expired", "batch_cancelled"]

    /// Reads a line of an output or error file; one that is no JSON has no name, and belongs to no request.
    init(openAI line: JSONValue?, reader: ReplyReader<Completion>) {
        let outcome: Outcome
        let response = line?["response"] ?? .null
        let error = line?["error"] ?? .null
        if let status = response["status_code"]?.int {
            let reply = HTTPReply(
                status: status,
                headers: HTTPHeaders(response["request_id"]?.string.map { [("x-request-id", $0)] } ?? []),
                body: Array((response["body"] ?? .null).canonicalText.utf8)
            )
            outcome = Outcome(of: reply, reader)
        } else if let code = error["code"]?.string, Self.untried.contains(code) {
            outcome = .unanswered
        } else {
            let reply = ErrorReply(HTTPReply(status: 500, headers: [:], body: []), json: error)
            outcome = .failure(reply.failure(redacting: reader.secret, now: 0))
        }
        self.init(customID: line?["custom_id"]?.string ?? "", outcome: outcome)
    }
}

extension BatchResult.Outcome {
    /// What a reply to a single request amounts to.
    init<Body>(of reply: HTTPReply, _ reader: ReplyReader<Body>) {
        do {
            self = .answer(try reader.answer(from: reply, now: 0))
        } catch {
            self = .failure(error)
        }
    }
}
