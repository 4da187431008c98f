import EtudeFlow
import EtudeModel

/// What asking models for something came to.
enum Asking<Value: Sendable>: Sendable {
    /// Everything was answered.
    case answered(Value)
    /// A request has failed for good; the class of the failure.
    case failed(String)
    /// The run stops, or an answer is not recorded, pending or given up for now: to be asked again.
    case open

    /// Asks.
    ///
    /// - Parameter ask: asks the models.
    /// - Throws: whatever is no matter of a single request.
    init(_ ask: () async throws -> Value) async throws {
        do {
            self = .answered(try await ask())
        } catch let failure as FinalFailure {
            self = .failed(failure.kind)
        } catch is StoppedError {
            self = .open
        } catch let failure as ModelFailure where [.notRecorded, .pending].contains(failure.kind) {
            self = .open
        } catch is GivenUp {
            self = .open
        }
    }
}
