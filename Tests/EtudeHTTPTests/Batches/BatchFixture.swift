import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting

/// The two providers that take batches.
enum BatchKind: String, CaseIterable, Sendable {
    case openAI
    case anthropic

    func provider(_ baseURL: String, key: String = BatchServer.key, service: HTTPService) throws -> any BatchProvider {
        let endpoint = try Endpoint(baseURL)
        return switch self {
        case .openAI:
            try OpenAIBatches(model: "test", endpoint: endpoint, apiKey: Secret(key), service: service)
        case .anthropic:
            try AnthropicBatches(model: "test", endpoint: endpoint, apiKey: Secret(key), service: service)
        }
    }

    /// How calls that concern batches begin.
    var path: String { self == .openAI ? "/v1/batches" : "/v1/messages/batches" }
}

extension BatchRequests {
    /// Requests to write about so many subjects.
    static func sample(_ count: Int, for provider: any BatchProvider) throws -> BatchRequests {
        let requests = try (0..<count).map { number in
            BatchRequest(
                customID: "request-\(number)",
                body: try provider.body(for: .sample("Write about subject \(number) — “so”."))
            )
        }
        return BatchRequests(digest: SHA256.digest(of: "\(count)").hex) {
            var rest = requests[...]
            return { rest.popFirst() }
        }
    }
}

extension BatchLabel {
    /// A label of a number of requests.
    static func sample(_ requests: Int, digest: String = "d1", intendedAt: Int = BatchServer.start) -> BatchLabel {
        BatchLabel(run: "demo", digest: digest, requests: requests, intendedAt: intendedAt)
    }
}

/// Keeps results in the order in which they come.
actor BatchResults {
    private(set) var all: [BatchResult] = []

    func add(_ result: BatchResult) { all.append(result) }

    var texts: [String: String] {
        var texts: [String: String] = [:]
        for result in all {
            if case .answer(let answer) = result.outcome { texts[result.customID] = answer.text }
        }
        return texts
    }
}
