import EtudeFlow
import EtudeModel

/// The last thing before the wire: every try is counted here, and nothing is sent through a closed gate, be it a first try,
/// another, or one that had to wait.
///
/// What refuses every request closes the gate here, before the place of the refused request is given to the next.
struct GatedModel: ChatModel {
    let base: any ChatModel
    let block: String
    let gate: StopGate
    let meter: CallMeter

    var name: String { base.name }
    var isDeterministic: Bool { base.isDeterministic }

    func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try gate.check()
        meter.note(block) { $0.inFlight += 1 }
        defer { meter.note(block) { $0.inFlight -= 1 } }
        do {
            return try await base.answer(request)
        } catch let failure as ModelFailure {
            meter.note(block) { $0.failedTries += 1 }
            if failure.kind.isFatal { gate.close(.refused("\(block) (\(name)) refuses: \(failure.message)")) }
            throw failure
        }
    }
}
