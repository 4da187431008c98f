import EtudeCore
import EtudeFlow
import EtudeHTTP
import EtudeModel
import EtudeStore

/// What the models of a run share.
struct RunServices: Sendable {
    /// The journal; nil where no request leaves this process.
    let journal: Journal?
    let gate: StopGate
    let meter: CallMeter
    let missing: MissingAnswers
    let connections: HTTPService
    let budget: Budget?
    let isOffline: Bool
    /// The batches of the run; nil where nothing may wait for one.
    let batches: BatchSteps?

    /// The model of a block whose requests leave this process.
    func journaled(_ spec: ModelSpec, plan: PipelinePlan) throws -> JournaledModel {
        guard let journal else {
            throw EtudeError(.fault, "The model block `\(spec.name)` is asked without a journal.")
        }
        return JournaledModel(
            servers: try RemoteServers(spec: spec, pipeline: plan.spec).models(connections),
            block: spec.name,
            currency: spec.price?.currency,
            journal: journal,
            dispatcher: dispatcher(spec, budget: plan.spec.budget),
            gate: gate,
            meter: meter,
            isOffline: isOffline,
            batches: spec.batch ? note(for: spec.name) : nil
        )
    }

    private func note(for block: String) -> JournaledModel.BatchNote? {
        guard let batches else { return nil }
        return { request, key in try await batches.note(request, key: key, block: block) }
    }

    private func dispatcher(_ spec: ModelSpec, budget rule: BudgetSpec) -> RequestDispatcher<ContinuousClock> {
        let opening = BudgetOpening(spec: rule)
        let (gate, meter, budget) = (gate, meter, budget)
        let policy = RetryPolicy(giveUp: spec.limits.giveUp, deadline: .seconds(spec.limits.itemDeadline))
        let dispatcher = RequestDispatcher(
            RequestScheduler(servers: spec.baseURLs.count, limits: spec.limits.requests, policy: policy),
            budget: budget,
            price: spec.price?.token,
            clock: ContinuousClock(),
            hooks: .init(
                event: { meter.changed("\(spec.name): \($0)") },
                budgetSpent: { scope in
                    gate.close(.budget(opening.sentence(scope, budget?.spent(in: scope) ?? Spending())))
                }
            )
        )
        gate.whenClosed { dispatcher.stop(StoppedError(reason: $0)) }
        return dispatcher
    }
}
