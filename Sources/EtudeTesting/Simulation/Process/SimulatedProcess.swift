import EtudeCore
import EtudeModel

/// What one process of a simulated run does: the part of the fan-out, of the dispatcher, and of the journaled model, in their
/// order.
struct SimulatedProcess {
    /// How long nothing may be answered before the run stops.
    private static let longestSilence = Duration.seconds(600)

    /// Why it sends nothing more.
    private(set) var stop: SimulationStop?
    /// Requests left for the next run.
    private(set) var setAside = 0

    private let plan: SimulationPlan
    private var scheduler: RequestScheduler
    private var budget: SimulatedBudget
    /// The request of each ticket.
    private var requests: [Int] = []
    private var replies: [RequestScheduler.Ticket: SimulatedReply] = [:]
    private var upcoming = 0
    private var working = 0
    private var wakeAt: Duration?
    private var answeredAt: Duration

    /// Starts a process, which finds what is durable.
    init(_ world: inout SimulatedWorld) throws(SimulationViolation) {
        plan = world.plan
        scheduler = RequestScheduler(
            servers: plan.provider.servers,
            limits: plan.limits,
            policy: plan.policy
        )
        let spent = world.journal.spent
        budget = SimulatedBudget(
            BudgetBook(
                limits: plan.budget,
                spent: [.run: spent, .day: world.journal.spent(on: world.day), .total: plan.spentBefore + spent],
                day: world.day
            )
        )
        answeredAt = world.now
        try fill(&world)
    }

    /// Whether every request has come to an end.
    var isDone: Bool { upcoming == plan.requests.count && working == 0 }

    /// Lets an event happen.
    mutating func handle(_ event: SimulatedWorld.Event, _ world: inout SimulatedWorld) throws(SimulationViolation) {
        switch event {
        case .wake:
            if wakeAt == world.now { try pump(&world) }
        case .reply(let ticket): try read(ticket, &world)
        case .durable(let ticket):
            guard let reply = replies.removeValue(forKey: ticket) else { return }
            switch reply.result {
            case .success(let usage): try answered(ticket, usage, &world)
            case .failure(let failure): try failed(ticket, failure, &world)
            }
        }
        try fill(&world)
        try world.invariants.check(scheduler, at: world.now)
    }

    // MARK: The fan-out

    /// Begins as many requests as are worked on at a time; those with a durable end are not sent.
    private mutating func fill(_ world: inout SimulatedWorld) throws(SimulationViolation) {
        while stop == nil, working < plan.width, upcoming < plan.requests.count {
            let request = upcoming
            upcoming += 1
            guard !world.journal.entries[request].isClosed else { continue }
            working += 1
            _ = scheduler.submit(plan.requests[request].size, seed: Seed(world.draws.next()))
            requests.append(request)
            try pump(&world)
        }
    }

    // MARK: The dispatcher

    private mutating func pump(_ world: inout SimulatedWorld) throws(SimulationViolation) {
        while stop == nil {
            var purse = budget
            let step = scheduler.next(at: world.now) { size in
                purse.admits(Billing(size, price: plan.price).worst, day: world.day)
            }
            budget = purse
            if let scope = budget.spentScope { stop = .budget(scope) }
            switch step {
            case .send(let ticket, let server): try send(ticket, to: server, &world)
            case .setAside:
                setAside += 1
                working -= 1
            case .wait(let until):
                setTimer(until, &world)
                return
            }
        }
    }

    private mutating func setTimer(_ until: Duration?, _ world: inout SimulatedWorld) {
        guard let until else { return }
        if let wakeAt, wakeAt <= until, wakeAt > world.now { return }
        wakeAt = until
        world.events.add(.wake, at: until)
    }

    private mutating func send(_ ticket: RequestScheduler.Ticket, to server: Int, _ world: inout SimulatedWorld)
        throws(SimulationViolation)
    {
        let request = requests[ticket]
        let reply = world.provider.receive(plan.requests[request], server: server, at: world.now)
        try world.invariants.send(
            request,
            to: server,
            reply,
            day: world.day,
            isClosed: world.journal.entries[request].isClosed,
            at: world.now
        )
        world.report.sent += 1
        replies[ticket] = reply
        world.events.add(.reply(ticket), at: reply.time)
    }

    private mutating func read(_ ticket: RequestScheduler.Ticket, _ world: inout SimulatedWorld)
        throws(SimulationViolation)
    {
        guard let reply = replies[ticket] else { return }
        switch reply.result {
        case .success: try world.invariants.arrived(requests[ticket], at: world.now)
        case .failure(let failure):
            let billing = Billing(plan.requests[requests[ticket]].size, price: plan.price)
            budget.settle(billing.worst, actual: billing.bill(for: failure).spending)
            scheduler.failed(ticket, failure, at: world.now)
            world.invariants.failed(requests[ticket], failure, at: world.now)
            if failure.kind == .rateLimited { world.report.refusals.append(world.now) }
            try pump(&world)
            if failure.kind.isFatal { stop = .refused(failure.kind) }
        }
        world.commit(ticket)
    }

    // MARK: The journal

    private mutating func answered(
        _ ticket: RequestScheduler.Ticket,
        _ usage: TokenUsage,
        _ world: inout SimulatedWorld
    ) throws(SimulationViolation) {
        let request = requests[ticket]
        let billing = Billing(plan.requests[request].size, price: plan.price)
        let bill = billing.bill(for: ChatAnswer(text: "", usage: usage, model: ""))
        world.journal.recordAnswer(to: request, bill.spending, day: world.day)
        world.invariants.answered(request, usage, at: world.now)
        world.report.answers.append(world.now)
        answeredAt = world.now
        budget.settle(billing.worst, actual: bill.spending)
        scheduler.answered(ticket, usage: usage, at: world.now)
        working -= 1
        try pump(&world)
    }

    private mutating func failed(
        _ ticket: RequestScheduler.Ticket,
        _ failure: ModelFailure,
        _ world: inout SimulatedWorld
    ) throws(SimulationViolation) {
        let request = requests[ticket]
        let bill = Billing(plan.requests[request].size, price: plan.price).bill(for: failure)
        let history = world.journal.recordTry(
            of: request,
            failure.kind,
            bill.spending,
            day: world.day,
            at: world.now
        )
        world.invariants.noted(request)
        if world.now - answeredAt > Self.longestSilence { stop = stop ?? .silence }
        guard stop == nil else { return scheduler.abandon(ticket, at: world.now) }
        switch scheduler.decide(ticket, after: failure, history: history, at: world.now) {
        case .retry: break
        case .giveUp:
            world.journal.recordFailure(of: request)
            working -= 1
        case .setAside:
            setAside += 1
            working -= 1
        case .stop: stop = .refused(failure.kind)
        }
        try pump(&world)
    }
}
