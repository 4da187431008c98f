import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting

@testable import EtudePipeline

/// Runs of a pipeline that misses some answers, night after night, over one output folder in memory.
actor BatchNights {
    /// What the journal was told of a request.
    struct Entry: Hashable {
        let request: BatchedRequest
        let text: String?
    }

    let files = InMemoryFileSystem()
    let isAnthropic: Bool
    /// The requests that answers are wanted to.
    var wanted: [ChatRequest]
    /// Everything that was journaled, in order.
    private(set) var journal: [Entry] = []
    /// Lets so many further answers be journaled, and then fails.
    var room = Int.max
    let address: String

    init(_ address: String, isAnthropic: Bool, requests: Int = 5) {
        self.address = address
        self.isAnthropic = isAnthropic
        wanted = (0..<requests).map { .sample("Write about subject \($0).") }
    }

    static func key(_ request: ChatRequest) -> String { request.key(model: "test/model") }

    /// What is known of each request: its answer, or nil where it has failed for good.
    var known: [String: String?] {
        Dictionary(journal.map { ($0.request.facts.key, $0.text) }) { first, _ in first }
    }

    /// Whether every request is answered or has failed.
    var isDone: Bool { wanted.allSatisfy { known[Self.key($0)] != nil } }

    func want(_ requests: [ChatRequest]) { wanted = requests }

    func makeRoom(_ answers: Int) { room = answers }

    /// The batches of the folder.
    func steps(_ service: HTTPService, address: String? = nil) throws -> BatchSteps {
        let endpoint = try Endpoint(address ?? self.address)
        let isAnthropic = isAnthropic
        return try BatchSteps(
            directory: "/output",
            run: "demo",
            files: files,
            sink: BatchSink { [self] request, answer in
                try await take(Entry(request: request, text: answer.text))
            } failure: { [self] request, _ in
                try await take(Entry(request: request, text: nil))
            },
            retry: RetryPolicy(giveUp: 1, leastSpan: .zero, deadline: .zero),
            now: { BatchServer.start }
        ) { _ in
            let key = Secret(BatchServer.key)
            return BatchSeat(
                model: "test/model",
                provider: isAnthropic
                    ? try AnthropicBatches(model: "test", endpoint: endpoint, apiKey: key, service: service)
                    : try OpenAIBatches(model: "test", endpoint: endpoint, apiKey: key, service: service)
            )
        }
    }

    /// One run: it collects, asks for what it misses, and sends that.
    @discardableResult func night(_ service: HTTPService) async throws -> BatchSummary {
        let steps = try steps(service)
        try await steps.collect()
        for request in wanted where known[Self.key(request)] == nil {
            try await steps.note(request, key: Self.key(request), block: "teacher")
        }
        try await steps.submit()
        return await steps.summary
    }

    private func take(_ entry: Entry) throws {
        guard room > 0 else { throw EtudeError(.io, "The journal's disk is full.") }
        room -= 1
        journal.append(entry)
    }

    /// Runs some work against a batch server, for each kind of provider the same.
    static func run(
        isAnthropic: Bool,
        _ script: BatchScript = BatchScript(),
        requests: Int = 5,
        _ work: (BatchServer, BatchNights, HTTPService) async throws -> Void
    ) async throws {
        try await BatchServer.run(script) { server, baseURL in
            let service = HTTPService(connections: 4)
            do {
                try await work(server, BatchNights(baseURL, isAnthropic: isAnthropic, requests: requests), service)
            } catch {
                try await service.shutdown()
                throw error
            }
            try await service.shutdown()
        }
    }
}
