import EtudeModel

/// A whole run of the request layer on a virtual clock: processes, one after the other, until one comes to its end.
///
/// There is no real clock, no sleeping and no task, so that a seed gives the same run for ever.
public struct Simulation: Sendable {
    /// What happens.
    public let plan: SimulationPlan

    /// The simulation of a plan.
    public init(_ plan: SimulationPlan) {
        self.plan = plan
    }

    /// Runs it.
    ///
    /// - Returns: what became of it.
    /// - Throws: ``SimulationViolation`` when a promise is broken.
    public func run() throws(SimulationViolation) -> SimulationReport {
        var world = SimulatedWorld(plan)
        for events in plan.crashes {
            var process = try SimulatedProcess(&world)
            guard try live(&process, &world, events: events) else { return try settle(process, world) }
            world.report.crashes += 1
            world.events = EventHeap()
            world.invariants.processEnded()
            world.now += world.draws.milliseconds(in: 100...100_000)
        }
        var process = try SimulatedProcess(&world)
        _ = try live(&process, &world, events: plan.requests.count * 2_000)
        return try settle(process, world)
    }

    /// Lets so many events happen; returns whether there were as many.
    private func live(_ process: inout SimulatedProcess, _ world: inout SimulatedWorld, events: Int)
        throws(SimulationViolation) -> Bool
    {
        for _ in 0..<events {
            guard let (time, event) = world.events.next() else { return false }
            world.now = time
            world.report.events += 1
            try process.handle(event, &world)
        }
        return true
    }

    /// Checks that every request came to an end, or was kept from it by a stop.
    private func settle(_ process: SimulatedProcess, _ world: SimulatedWorld) throws(SimulationViolation)
        -> SimulationReport
    {
        var report = world.report
        report.span = world.now
        report.stop = process.stop
        report.answered = world.journal.entries.count(where: \.isAnswered)
        report.failed = world.journal.entries.count(where: \.isFailed)
        report.setAside = process.setAside
        report.unsent = plan.requests.count - report.answered - report.failed - report.setAside
        func require(_ holds: Bool, _ rule: String) throws(SimulationViolation) {
            guard holds else { throw SimulationViolation(time: world.now, rule: rule) }
        }
        try require(process.isDone || process.stop != nil, "requests wait, and nothing will happen any more")
        try require(report.unsent == 0 || process.stop != nil, "\(report.unsent) requests have no end")
        try require(report.unsent >= 0, "\(-report.unsent) requests have two ends")
        if case .budget(let scope) = process.stop, let limit = plan.budget[scope] {
            try require(
                scope == .day || !limit.holds(withOneMore(scope, world)),
                "the \(scope) stops with room in its budget"
            )
        }
        if plan.mustAnswerAll {
            try require(report.answered == plan.requests.count, "only \(report.answered) requests are answered")
        }
        if let longest = plan.longestSpan { try require(report.span <= longest, "it takes longer than \(longest)") }
        return report
    }

    /// What the books come to if the largest request that has no end is sent.
    private func withOneMore(_ scope: BudgetScope, _ world: SimulatedWorld) -> Spending {
        let open = zip(plan.requests, world.journal.entries).filter { !$0.1.isClosed }
        let worst = open.map { Billing($0.0.size, price: plan.price).worst }
        return world.journal.spent + (scope == .total ? plan.spentBefore : Spending())
            + Spending(
                calls: 1,
                tokens: worst.map(\.tokens).max() ?? 0,
                money: worst.map(\.money).max() ?? 0
            )
    }
}
