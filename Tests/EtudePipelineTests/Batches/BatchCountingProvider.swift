import EtudeCore
import EtudeModel

/// A provider that takes everything and answers nothing.
struct CountingProvider: BatchProvider {
    let service = "counting"
    let limits: BatchLimits

    func body(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        ["messages": .array(request.messages.map(\.json))]
    }
    func upload(_ requests: BatchRequests) async throws -> String? { nil }
    func create(_ requests: BatchRequests, file: String?, label: BatchLabel) async throws -> BatchStatus {
        BatchStatus(id: label.digest, phase: .open, word: "in_progress", createdAt: 0)
    }
    func status(of id: String) async throws -> BatchStatus? { nil }
    func results(
        of status: BatchStatus,
        receive: @escaping @Sendable (BatchResult) async throws -> Void
    ) async throws -> Bool { true }
    func cancel(_ id: String) async throws -> BatchStatus? { nil }
    func list(since seconds: Int) async throws -> [BatchStatus] { [] }
}
