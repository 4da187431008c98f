import EtudeFlow
import EtudeModel

/// A deterministic model, counted and stopped like the others.
///
/// Nothing is journaled, since its answers can be computed again, and nothing waits for a server.
struct MeteredModel: ChatModel {
    let base: any ChatModel
    let block: String
    let gate: StopGate
    let meter: CallMeter

    var name: String { base.name }
    var isDeterministic: Bool { base.isDeterministic }

    func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try gate.check()
        let answer = try await base.answer(request)
        meter.note(block) { $0.calls += 1 }
        return answer
    }
}
