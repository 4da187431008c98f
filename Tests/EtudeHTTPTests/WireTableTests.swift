import EtudeHTTP
import EtudeModel
import EtudeTesting
import Testing

/// Each model against a real socket, with every fault that the wire has shown elsewhere.
@Suite struct WireTableTests {
    @Test(arguments: WireCase.table)
    func `A model makes of a reply what it should, and shows no key`(row: WireCase) async throws {
        let result = try await LoopbackChatServer.run(answering: { _, _ in row.reply }) { server, baseURL in
            let service = HTTPService(connections: 2)
            let model = try row.provider.model(at: baseURL, service: service, timeout: row.patience)
            let result: Result<ChatAnswer, ModelFailure>
            do {
                result = .success(try await model.answer(.sample()))
            } catch let failure as ModelFailure {
                result = .failure(failure)
            }
            try await service.shutdown()
            #expect(await server.requests.count <= 1, "One answer is one try.")
            return result
        }
        switch row.outcome {
        case .answer(let answer):
            #expect(try result.get() == answer)
        case .failure(let kind, let isRetryable, let wait, let id, let words):
            let failure = try #require(throws: ModelFailure.self) { try result.get() }
            #expect(failure.kind == kind, "\(failure)")
            #expect(failure.isRetryable == isRetryable)
            #expect(failure.retryAfter == wait)
            #expect(failure.requestID == id)
            #expect(failure.message.contains(words) || words.isEmpty, "\(failure)")
            #expect(!String(reflecting: failure).contains(Provider.key))
        }
    }
}
