import EtudeCore
import EtudeModel

/// What a reply says of an error, in whichever of the common shapes it does.
struct ErrorReply: Sendable {
    /// The HTTP status, or the one that the body names.
    let status: Int
    /// The codes and types that the body names, the most telling first.
    let codes: [String]
    /// The provider's words.
    let words: String
    private let reply: HTTPReply
    private let requestID: String

    /// Reads an error, be it an object, a bare text, a `detail`, or a body that is no JSON at all.
    ///
    /// - Parameters:
    ///   - reply: the reply; a status below 300 gives way to one that the body names.
    ///   - json: the body, if it is JSON.
    init(_ reply: HTTPReply, json: JSONValue?) {
        let error = json?["error"] ?? json
        let named = [error?["details"]?["error_code"], error?["code"], error?["type"]]
        codes = named.compactMap { $0?.string ?? $0?.int.map(String.init) }
        let texts = [error?["message"], error, json?["message"], json?["detail"]]
        let words = texts.lazy.compactMap { $0?.string }.first ?? Self.complaints(json?["detail"])
        self.words = Self.collapsed(
            words ?? String(decoding: reply.body.prefix(4 * ModelFailure.messageLimit), as: UTF8.self)
        )
        let statusInBody = codes.lazy.compactMap { Int($0) }.first { (400..<600).contains($0) }
        status = reply.status < 300 ? statusInBody ?? 500 : reply.status
        self.reply = reply
        requestID = reply.requestID(json)
    }

    /// Whether a filter of the provider refused the prompt (Azure answers so, with status 400).
    var isFiltered: Bool { codes.contains("content_filter") }

    /// The kind of failure: what the codes say, or the words where they are all that tells, or else the status.
    var kind: FailureKind {
        if let kind = ErrorCodes.kind(of: codes) ?? ErrorCodes.kind(of: words, status: status) { return kind }
        return switch status {
        case 300..<400, 404, 405, 410: .unknownModel
        case 401, 403, 407: .authentication
        case 402: .quota
        case 408: .timeout
        case 409: .server
        case 429: .rateLimited
        case 503, 529: .overloaded
        case 500...: .server
        default: .badRequest
        }
    }

    /// Status, code and words in one line.
    private var message: String {
        guard !(300..<400).contains(status) else {
            let target = reply.header("location") ?? "nowhere"
            return "HTTP \(status): the server redirects to \(target). Redirects are not followed;"
                + " put the final address into base_url."
        }
        let code = codes.first.map { ", \($0)" } ?? ""
        return words.isEmpty ? "HTTP \(status)\(code)." : "HTTP \(status)\(code): \(words)"
    }

    /// The failure without the secret, which is removed before the text is cut, so that no part of it can remain.
    ///
    /// - Parameters:
    ///   - secret: what must not be repeated.
    ///   - now: seconds since 1970, for waits in the form of a date.
    /// - Returns: the failure.
    func failure(redacting secret: Secret?, now: Int) -> ModelFailure {
        ModelFailure(
            kind,
            secret?.redacted(from: message) ?? message,
            retryAfter: RetryAfter.wait(of: reply, now: now),
            isRetryable: reply.header("x-should-retry").flatMap(Bool.init),
            requestID: secret?.redacted(from: requestID) ?? requestID
        )
    }

    /// What FastAPI says of each member that it does not accept.
    private static func complaints(_ detail: JSONValue?) -> String? {
        guard let entries = detail?.array, !entries.isEmpty else { return nil }
        let texts = entries.compactMap { entry -> String? in
            guard let message = entry["msg"]?.string else { return nil }
            let place = (entry["loc"]?.array ?? []).compactMap { $0.string ?? $0.int.map(String.init) }
            return (place.isEmpty ? "" : place.joined(separator: ".") + ": ") + message
        }
        return texts.count == entries.count ? texts.joined(separator: "; ") : nil
    }

    /// Every run of blanks and control characters as one blank.
    private static func collapsed(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } }.joined(separator: " ")
    }
}
