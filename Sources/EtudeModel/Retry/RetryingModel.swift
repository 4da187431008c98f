import EtudeCore

/// A model that asks another again when it fails, as ``RetryMachine`` decides.
///
/// It is the only layer that retries: the models inside try once.
public struct RetryingModel<C: Clock<Duration>>: ChatModel {
    /// What is told of a failed try that another will follow: the failure, and the wait before the next try.
    public typealias Report = @Sendable (ModelFailure, _ wait: Duration) -> Void

    private let model: any ChatModel
    private let policy: RetryPolicy
    private let clock: C
    private let report: Report

    /// A model that is asked again.
    ///
    /// - Parameters:
    ///   - model: the model inside.
    ///   - policy: how often and how long to try.
    ///   - clock: by what to wait.
    ///   - report: told of each failed try that another will follow.
    public init(_ model: any ChatModel, policy: RetryPolicy, clock: C, report: @escaping Report = { _, _ in }) {
        self.model = model
        self.policy = policy
        self.clock = clock
        self.report = report
    }

    /// The name of the model inside.
    public var name: String { model.name }
    /// As the model inside.
    public var isDeterministic: Bool { model.isDeterministic }

    /// Answers a request with as many tries as the policy allows.
    ///
    /// - Parameter request: the request, the same at every try.
    /// - Returns: the first answer.
    /// - Throws: the last ``ModelFailure``, or `CancellationError`.
    public func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        var machine = RetryMachine(policy: policy, seed: request.seed.child("retry", "\(request.ask)"))
        let start = clock.now
        while true {
            do {
                return try await model.answer(request)
            } catch let failure as ModelFailure {
                let decision = machine.decide(after: failure, elapsed: start.duration(to: clock.now))
                guard case .retry(let wait) = decision else { throw failure }
                report(failure, wait)
                try await clock.sleep(for: wait)
            }
        }
    }
}
