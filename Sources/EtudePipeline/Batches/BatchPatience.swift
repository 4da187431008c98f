import EtudeCore
import EtudeModel

/// Makes a call to a provider again while a policy allows it.
struct BatchPatience: Sendable {
    let policy: RetryPolicy

    /// Makes a call, and again after a failure that may pass.
    ///
    /// - Parameters:
    ///   - record: the batch that it is about.
    ///   - isRepeatable: whether the call may be made again though it may have had its effect.
    ///   - call: the call.
    /// - Returns: what the call returns.
    /// - Throws: the last ``ModelFailure``, or what else the call throws.
    func call<Value: Sendable>(
        about record: BatchRecord,
        isRepeatable: Bool = true,
        _ call: () async throws -> Value
    ) async throws -> Value {
        let seed = Seed(UInt64(record.number)).child("batch", record.label.digest, record.stage.rawValue)
        var machine = RetryMachine(policy: policy, seed: seed)
        let start = ContinuousClock.now
        var tries: [FailureKind: Int] = [:]
        while true {
            do {
                return try await call()
            } catch let failure as ModelFailure {
                tries[failure.kind, default: 0] += 1
                let history = TryHistory(tries: tries)
                guard isRepeatable || !failure.kind.mayBeBilled,
                    case .retry(let wait) =
                        machine.decide(after: failure, history: history, elapsed: start.duration(to: .now))
                else { throw failure }
                try await Task.sleep(for: wait)
            }
        }
    }
}
