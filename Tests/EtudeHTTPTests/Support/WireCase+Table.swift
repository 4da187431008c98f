import EtudeCore
import EtudeModel
import EtudeTesting

extension WireCase {
    /// Everything that the wire has shown, in the format of each provider.
    static let table =
        Provider.allCases.flatMap { provider in
            statuses(provider) + waits(provider) + quotas(provider) + connections(provider) + bodies(provider)
        } + openAIAnswers + anthropicAnswers

    private static func statuses(_ provider: Provider) -> [WireCase] {
        let kinds: [(Int, String, FailureKind)] = [
            (400, "invalid_request_error", .badRequest), (401, "authentication_error", .authentication),
            (403, "permission_error", .authentication), (404, "not_found_error", .unknownModel),
            (405, "method", .unknownModel), (408, "timeout", .timeout), (409, "conflict", .server),
            (413, "request_too_large", .badRequest), (422, "unprocessable", .badRequest),
            (429, "rate_limit_error", .rateLimited), (429, "slow_down", .rateLimited), (500, "api_error", .server),
            (503, "server_is_overloaded", .overloaded), (504, "timeout_error", .timeout),
            (529, "overloaded_error", .overloaded), (500, "overloaded_error", .overloaded),
        ]
        let named = kinds.map { status, code, kind in
            failing("\(status) \(code)", provider, provider.error(status, code), kind, words: "It says \(code) to •••.")
        }
        let html = ServerReply(status: 502, body: "<html><title>502 Bad\n Gateway</title> \(Provider.key)</html>")
        let redirect = ServerReply(status: 307, headers: ["Location": "/else?key=\(Provider.key)"], body: "")
        let told = WireCase(
            name: "500 that says not to try again",
            provider: provider,
            reply: provider.error(500, "api_error", headers: ["x-should-retry": "false"]),
            outcome: .failure(.server, false, nil, "req-7", "api_error")
        )
        return named + [
            told,
            failing("502 as HTML", provider, html, .server, id: "", words: "502 Bad Gateway"),
            failing("a redirect", provider, redirect, .unknownModel, id: "", words: "redirects to /else?key=•••"),
        ]
    }

    private static func waits(_ provider: Provider) -> [WireCase] {
        let date = ["Date": "Sun, 06 Nov 1994 08:49:07 GMT"]
        let (remaining, reset) =
            provider == .openai
            ? ("x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens")
            : ("anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset")
        let full = provider == .openai ? "1m30s" : "1994-11-06T08:50:37Z"
        let rows: [(String, [String: String], Duration?)] = [
            ("seconds", ["Retry-After": "7"], .seconds(7)),
            ("a date", ["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"], .seconds(30)),
            ("milliseconds", ["retry-after-ms": "250"], .milliseconds(250)),
            ("a week", ["Retry-After": "604800"], .seconds(86_400)),
            ("an exhausted bucket", [remaining: "0", reset: full], .seconds(90)),
            ("a bucket that is not exhausted", [remaining: "1", reset: full], nil),
            ("Retry-After and an exhausted bucket", ["Retry-After": "7", remaining: "0", reset: full], .seconds(7)),
        ]
        return [429, 503, 529].flatMap { status in
            rows.map { name, headers, wait in
                let reply = provider.error(status, "busy", headers: headers.merging(date) { own, _ in own })
                return failing(
                    "\(status) with \(name)",
                    provider,
                    reply,
                    status == 429 ? .rateLimited : .overloaded,
                    wait: wait
                )
            }
        } + [
            failing(
                "400 with an exhausted bucket",
                provider,
                provider.error(400, "wrong", headers: [remaining: "0", reset: full].merging(date) { own, _ in own }),
                .badRequest
            )
        ]
    }

    private static func quotas(_ provider: Provider) -> [WireCase] {
        let codes = [
            "insufficient_quota", "credit_balance_exhausted", "organization_spend_limit_exceeded",
            "project_spend_limit_exceeded", "organization_usage_limit_exceeded", "billing_hard_limit_reached",
            "billing_not_active",
        ]
        let told = codes.map { failing("429 \($0)", provider, provider.error(429, $0), .quota, words: "•••") }
        let typed = ServerReply(
            status: 429,
            headers: [provider.requestIDField: "req-7"],
            body: #"{"error":{"message":"Pay \#(Provider.key).","type":"insufficient_quota","code":null}}"#
        )
        let spent = ServerReply(
            status: 429,
            body: #"{"type":"error","error":{"type":"rate_limit_error","message":"Spent.","#
                + #""details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req-8"}"#
        )
        let phrases = [
            (400, "Your credit balance is too low to access the API."),
            (400, "You have reached your specified API usage limits."),
            (429, "This request would exceed your account's monthly spend limit."),
        ].map { status, phrase in
            let body: JSONValue = ["error": ["type": "invalid_request_error", "message": .string(phrase)]]
            let reply = ServerReply(status: status, body: body.canonicalText)
            return failing("\(status) \(phrase)", provider, reply, .quota, id: "", words: phrase)
        }
        return told + phrases + [
            failing("429 of the type insufficient_quota", provider, typed, .quota, words: "Pay •••."),
            failing("429 enforced_spend_limit_reached", provider, spent, .quota, id: "req-8", words: "Spent."),
            failing("402 billing_error", provider, provider.error(402, "billing_error"), .quota, words: "•••"),
            failing("402", provider, ServerReply(status: 402, body: ""), .quota, id: "", words: "HTTP 402."),
        ]
    }

    private static func connections(_ provider: Provider) -> [WireCase] {
        let broken: [(String, ServerReply.Ending, FailureKind)] = [
            ("closed before a byte", .refused, .transport), ("cut before the body", .cut(after: 0), .transport),
            ("cut within the body", .cut(after: 30), .transport),
            ("stalled before the body", .stalled(after: 0), .timeout),
            ("stalled within the body", .stalled(after: 30), .timeout),
            ("a body that comes too slowly", .slow(pause: .milliseconds(5)), .timeout),
        ]
        return broken.map { name, ending, kind in
            var reply = provider.answer("Never seen.")
            reply.ending = ending
            var row = failing(name, provider, reply, kind, id: "")
            if kind == .timeout { row.patience = .milliseconds(100) }
            return row
        }
    }

    private static func bodies(_ provider: Provider) -> [WireCase] {
        let ids = [provider.requestIDField: "req-7"]
        return [
            failing(
                "an empty body",
                provider,
                ServerReply(headers: ids, body: ""),
                .invalidBody,
                words: "not JSON at byte 0"
            ),
            failing(
                "invalid JSON",
                provider,
                ServerReply(headers: ids, body: "{\"\(Provider.key)\": nul}"),
                .invalidBody,
                words: "not JSON at byte"
            ),
            failing(
                "JSON of another kind",
                provider,
                ServerReply(headers: ids, body: "[]"),
                .invalidBody,
                words: "another kind"
            ),
            failing(
                "an error as a bare string",
                provider,
                ServerReply(status: 500, headers: ids, body: #"{"error":"runner \#(Provider.key) stopped"}"#),
                .server,
                words: "HTTP 500: runner ••• stopped"
            ),
            failing(
                "a bare string",
                provider,
                ServerReply(status: 500, headers: ids, body: #""stopped""#),
                .server,
                words: "stopped"
            ),
            failing(
                "an integer code",
                provider,
                ServerReply(status: 503, headers: ids, body: #"{"error":{"code":503,"message":"Loading model"}}"#),
                .overloaded,
                words: "HTTP 503, 503: Loading model"
            ),
            failing(
                "an error with the status of success",
                provider,
                ServerReply(headers: ids, body: #"{"error":{"code":429,"message":"Slow."}}"#),
                .rateLimited,
                words: "Slow."
            ),
            failing(
                "a detail",
                provider,
                ServerReply(
                    status: 422,
                    headers: ids,
                    body: #"{"detail":[{"loc":["body","temperature"],"msg":"too warm"}]}"#
                ),
                .badRequest,
                words: "body.temperature: too warm"
            ),
            WireCase(
                name: "a whole answer",
                provider: provider,
                reply: provider.answer("Yes — “so”."),
                outcome: .answer(answer("Yes — “so”.", provider))
            ),
            WireCase(
                name: "an answer cut by the token limit",
                provider: provider,
                reply: provider.answer("Yes", ends: .length),
                outcome: .answer(answer("Yes", provider, ends: .length))
            ),
        ]
    }

    private static func answer(
        _ text: String,
        _ provider: Provider,
        ends reason: FinishReason = .stop
    ) -> ChatAnswer {
        ChatAnswer(
            text: text,
            finishReason: reason,
            usage: TokenUsage(input: 1_000, output: 20),
            model: "loopback",
            requestID: provider == .openai ? "chatcmpl-0" : "msg-0"
        )
    }
}
