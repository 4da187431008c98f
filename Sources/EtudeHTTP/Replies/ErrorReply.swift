import EtudeCore
import EtudeModel

/// What a reply says of an error, in whichever of the common shapes it does.
struct ErrorReply: Sendable {
    /// The HTTP status, or the one that the body names.
    let status: Int
    /// The codes and types that the body names.
    let codes: [String]
    /// The provider's words.
    let words: String

    private static let quotaCodes: Set<String> = [
        "insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached", "billing_not_active",
        "organization_spend_limit_exceeded", "project_spend_limit_exceeded", "organization_usage_limit_exceeded",
    ]

    /// Reads an error, be it an object, a bare text, a `detail`, or a body that is no JSON at all.
    ///
    /// - Parameters:
    ///   - status: the HTTP status; below 400 it gives way to a status that the body names.
    ///   - json: the body, if it is JSON.
    ///   - body: the body's bytes.
    init(status: Int, json: JSONValue?, body: [UInt8]) {
        let error = json?["error"] ?? json
        codes = ["code", "type"].compactMap { key in
            error?[key]?.string ?? error?[key]?.int.map(String.init)
        }
        let named = [error?["message"], error, json?["message"], json?["detail"]].lazy.compactMap { $0?.string }.first
        words = Self.collapsed(named ?? String(decoding: body.prefix(4 * ModelFailure.messageLimit), as: UTF8.self))
        let statusInBody = codes.lazy.compactMap { Int($0) }.first { (400..<600).contains($0) }
        self.status = status < 400 ? statusInBody ?? 500 : status
    }

    /// Whether a filter of the provider refused the prompt (Azure answers so, with status 400).
    var isFiltered: Bool { codes.contains("content_filter") }

    /// The kind of failure.
    var kind: FailureKind {
        if codes.contains(where: Self.quotaCodes.contains) { return .quota }
        if codes.contains("model_not_found") { return .unknownModel }
        return switch status {
        case 401, 403: .authentication
        case 402: .quota
        case 404: .unknownModel
        case 408: .timeout
        case 409: .server
        case 429: .rateLimited
        case 503, 529: .overloaded
        case 500...: .server
        default: .badRequest
        }
    }

    /// Status, code and words in one line.
    var message: String {
        let code = codes.first.map { ", \($0)" } ?? ""
        return words.isEmpty ? "HTTP \(status)\(code)." : "HTTP \(status)\(code): \(words)"
    }

    /// Every run of blanks and control characters as one blank.
    private static func collapsed(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } }.joined(separator: " ")
    }
}
