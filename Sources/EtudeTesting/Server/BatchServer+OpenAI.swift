import EtudeCore

/// Files and Batches of OpenAI.
extension BatchServer {
    private static let endpoint = "/v1/chat/completions"

    func openAIReply(
        _ method: String,
        _ path: [String],
        _ query: [String: String],
        _ body: String,
        contentType: String
    ) -> ServerReply {
        switch (method, path.first, path.count) {
        case ("POST", "files", 1): return upload(body, contentType: contentType)
        case ("GET", "files", 3): return content(path[1])
        case ("POST", "batches", 1): return createOpenAI(body)
        case ("GET", "batches", 1):
            let page = page(after: query["after"], isAnthropic: false)
            return .document([
                "object": "list", "data": .array(page.batches.map { $0.openAI }), "has_more": .bool(page.hasMore),
            ])
        case ("GET", "batches", 2): return look(path[1]).map { .document($0.openAI) } ?? missing(path[1])
        case ("POST", "batches", 3): return cancel(path[1]).map { .document($0.openAI) } ?? missing(path[1])
        default: return .refusal(404, "unknown_url", "There is no such address.")
        }
    }

    private func missing(_ name: String) -> ServerReply { .refusal(404, "not_found", "There is no \(name).") }

    private func upload(_ body: String, contentType: String) -> ServerReply {
        var fields: [String: String] = [:]
        let boundary = contentType.split(separator: "boundary=").last.map(String.init) ?? "none"
        for part in body.split(separator: "--\(boundary)") {
            let pieces = part.split(separator: "\r\n\r\n", maxSplits: 1)
            guard pieces.count == 2, let name = pieces[0].split(separator: "name=\"").dropFirst().first else {
                continue
            }
            fields[String(name.prefix { $0 != "\"" })] = String(pieces[1].dropLast())
        }
        guard contentType.hasPrefix("multipart/form-data"), fields["purpose"] == "batch", let file = fields["file"]
        else {
            return .refusal(400, "invalid_request_error", "The upload is no file for a batch.")
        }
        let id = "file-in-\(files.count + 1)"
        files[id] = file
        return .document(["id": .string(id), "object": "file", "bytes": .int(file.utf8.count), "purpose": "batch"])
    }

    private func createOpenAI(_ body: String) -> ServerReply {
        guard let order = try? JSONParser.parse(body), let name = order["input_file_id"]?.string,
            let file = files[name],
            order["endpoint"]?.string == Self.endpoint, order["completion_window"] == "24h"
        else {
            return .refusal(400, "invalid_request_error", "The order names no file, endpoint or window that exists.")
        }
        let lines = file.split(separator: "\n").compactMap { try? JSONParser.parse(String($0)) }
        let requests = lines.compactMap { line in
            line["method"] == "POST" && line["url"]?.string == Self.endpoint
                ? line["custom_id"]?.string.map { (customID: $0, body: line["body"] ?? .null) } : nil
        }
        guard requests.count == lines.count, Set(requests.map(\.customID)).count == requests.count else {
            return .refusal(400, "invalid_request_error", "A line is no request, or has the name of another.")
        }
        let batch = create(requests, isAnthropic: false, metadata: order["metadata"] ?? .null, file: name)
        return .document(batch.openAI)
    }

    private func content(_ name: String) -> ServerReply {
        let parts = name.split(separator: "-")
        guard let batch = batches.first(where: { $0.id == parts.last ?? "" }), !batch.script.losesResults else {
            return missing(name)
        }
        let lines = parts[1] == "out" ? batch.openAIAnswers + batch.script.strayLines : batch.openAIErrors
        let all = batch.script.repeatsResults ? lines + lines : lines
        return ServerReply(body: all.map { $0 + "\n" }.joined())
    }
}

extension BatchServer.Batch {
    fileprivate var openAIAnswers: [String] { openAILines { if case .answer = $0 { true } else { false } } }

    fileprivate var openAIErrors: [String] { openAILines { if case .answer = $0 { false } else { true } } }

    /// Lines of results, last request first.
    private func openAILines(_ isWanted: (BatchScript.Fate) -> Bool) -> [String] {
        requests.enumerated().reversed().compactMap { number, request in
            let fate = script.fate(request.body, number)
            guard isWanted(fate) else { return nil }
            var response: JSONValue = .null
            var error: JSONValue = .null
            switch fate {
            case .answer(let text):
                let body = try? JSONParser.parse(ServerReply.completion(text, model: "test-2026").body)
                response = [
                    "status_code": 200, "request_id": .string("req-\(request.customID.prefix(8))"),
                    "body": body ?? .null,
                ]
            case .failure(let status, let body):
                response = ["status_code": .int(status), "request_id": "req-failed", "body": body]
            case .untried:
                let word = script.ending == "cancelled" ? "cancelled" : "expired"
                error = ["code": .string("batch_\(word)"), "message": "The request was not tried in time."]
            }
            let line: JSONValue = [
                "id": .string("batch_req_\(number)"), "custom_id": .string(request.customID), "response": response,
                "error": error,
            ]
            return line.canonicalText
        }
    }

    /// The batch object; as seen in the wild, a file of no answers is null and a file of no errors an empty text.
    fileprivate var openAI: JSONValue {
        let isCounted = hasEnded && script.ending != "failed"
        let answers = isCounted ? openAIAnswers.count : 0
        let errors = isCounted ? openAIErrors.count : 0
        var members: [JSONMember] = [
            JSONMember("id", .string(id)), JSONMember("object", "batch"), JSONMember("status", .string(word)),
            JSONMember("input_file_id", .string(file)), JSONMember("created_at", .int(createdAt)),
            JSONMember("output_file_id", answers > 0 ? .string("file-out-\(id)") : .null),
            JSONMember("error_file_id", .string(errors > 0 ? "file-err-\(id)" : "")),
            JSONMember(
                "request_counts",
                [
                    "total": .int(word == "validating" || word == "failed" ? 0 : requests.count),
                    "completed": .int(answers), "failed": .int(errors),
                ]
            ),
            JSONMember("metadata", metadata),
            JSONMember("errors", script.problems.isEmpty || !hasEnded ? .null : ["data": .array(script.problems)]),
        ]
        if hasEnded { members.append(JSONMember("\(script.ending)_at", .int(endedAt))) }
        return .object(members)
    }
}
