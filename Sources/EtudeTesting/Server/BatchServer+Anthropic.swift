import EtudeCore
import Foundation

/// Message Batches of Anthropic.
extension BatchServer {
    func anthropicReply(_ method: String, _ path: [String], _ query: [String: String], _ body: String) -> ServerReply {
        switch (method, path.count, path.last) {
        case ("POST", 0, _): return createAnthropic(body)
        case ("GET", 0, _):
            let page = page(after: query["after_id"], isAnthropic: true)
            return .document(["data": .array(page.batches.map { $0.anthropic }), "has_more": .bool(page.hasMore)])
        case ("GET", 1, _): return look(path[0]).map { .document($0.anthropic) } ?? missing
        case ("POST", 2, "cancel"): return cancel(path[0]).map { .document($0.anthropic) } ?? missing
        case ("GET", 2, "results"):
            guard let batch = batches.first(where: { $0.id == path[0] }), !batch.script.losesResults else {
                return missing
            }
            let lines = batch.anthropicResults + batch.script.strayLines
            let all = batch.script.repeatsResults ? lines + lines : lines
            return ServerReply(body: all.map { $0 + "\n" }.joined())
        default: return missing
        }
    }

    private var missing: ServerReply { .refusal(404, "not_found_error", "There is no such thing.") }

    private func createAnthropic(_ body: String) -> ServerReply {
        let listed = (try? JSONParser.parse(body))?["requests"]?.array ?? []
        let requests = listed.compactMap { request in
            request["params"]?["max_tokens"]?.int == nil
                ? nil : request["custom_id"]?.string.map { (customID: $0, body: request["params"] ?? .null) }
        }
        guard !requests.isEmpty, requests.count == listed.count,
            Set(requests.map(\.customID)).count == requests.count
        else { return .refusal(400, "invalid_request_error", "A request is none, or has the name of another.") }
        return .document(create(requests, isAnthropic: true).anthropic)
    }
}

extension BatchServer.Batch {
    /// Results, last request first.
    fileprivate var anthropicResults: [String] {
        requests.enumerated().reversed().map { number, request in
            let result: JSONValue
            switch script.fate(request.body, number) {
            case .answer(let text):
                let message: JSONValue = [
                    "id": .string("msg_\(request.customID.prefix(8))"), "type": "message", "role": "assistant",
                    "model": "test-2026", "content": [["type": "text", "text": .string(text)]],
                    "stop_reason": "end_turn", "usage": ["input_tokens": 1_000, "output_tokens": 20],
                ]
                result = ["type": "succeeded", "message": message]
            case .failure(_, let body):
                result = ["type": "errored", "error": body]
            case .untried:
                result = ["type": script.ending == "cancelled" ? "canceled" : "expired"]
            }
            return (["custom_id": .string(request.customID), "result": result] as JSONValue).canonicalText
        }
    }

    /// The batch object; requests count as processing until all have ended.
    fileprivate var anthropic: JSONValue {
        let fates = hasEnded ? requests.enumerated().map { script.fate($1.body, $0) } : []
        func count(_ isWanted: (BatchScript.Fate) -> Bool) -> JSONValue { .int(fates.count(where: isWanted)) }
        let isCancelled = script.ending == "cancelled"
        let word = hasEnded ? "ended" : (isCancelled ? "canceling" : "in_progress")
        let url = "https://api.anthropic.com/v1/messages/batches/\(id)/results"
        return [
            "id": .string(id), "type": "message_batch", "processing_status": .string(word),
            "created_at": .string(Self.time(createdAt)),
            "ended_at": hasEnded ? .string(Self.time(endedAt)) : .null,
            "results_url": hasEnded && !script.losesResults ? .string(url) : .null,
            "request_counts": [
                "processing": .int(hasEnded ? 0 : requests.count),
                "succeeded": count { if case .answer = $0 { true } else { false } },
                "errored": count { if case .failure = $0 { true } else { false } },
                "canceled": isCancelled ? count { $0 == .untried } : 0,
                "expired": isCancelled ? 0 : count { $0 == .untried },
            ],
        ]
    }

    private static func time(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).ISO8601Format()
    }
}
