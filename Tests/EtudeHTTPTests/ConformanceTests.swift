import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting
import Testing

/// Both providers keep the promises of every model, over a real socket.
@Suite struct ConformanceTests {
    private static let rows = Provider.allCases.flatMap { provider in
        ChatModelConformance.checks.map { (provider, $0) }
    }

    @Test(arguments: rows)
    func `A provider keeps the promises of every model`(provider: Provider, check: ChatModelConformance) async throws {
        // Answers say what they were asked, and come out of order.
        let handler: LoopbackChatServer.Handler = { request, number in
            let asked = request.body["messages"]?.array?.last?["content"]?.string ?? ""
            guard asked != "Refuse." else { return provider.error(400, "invalid_request_error") }
            var reply = provider.answer("You asked: \(asked)")
            reply.delay = .milliseconds(number * 7 % 10)
            return reply
        }
        try await LoopbackChatServer.run(answering: handler) { _, baseURL in
            let service = HTTPService(connections: 32)
            let subject = ModelUnderTest(
                try provider.model(at: baseURL, service: service),
                refused: .sample("Refuse."),
                refusedKind: .badRequest,
                secret: Provider.key
            ) { .sample("Question \($0).") }
            do {
                try await check.check(subject)
                try await service.shutdown()
            } catch {
                try await service.shutdown()
                throw error
            }
        }
    }
}
