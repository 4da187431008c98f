import EtudeCore
import EtudeModel

/// Everything outside a simulated process: time, the provider, the journal, chance, and those who watch.
struct SimulatedWorld {
    /// What may happen.
    enum Event {
        /// The timer of the process.
        case wake
        /// The outcome of a try is read.
        case reply(RequestScheduler.Ticket)
        /// What was read is durable.
        case durable(RequestScheduler.Ticket)
    }

    let plan: SimulationPlan
    var now = Duration.zero
    var events = EventHeap<Event>()
    var draws: SeededGenerator
    var provider: SimulatedProvider
    var journal: MemoryJournal
    var invariants: SimulationInvariants
    var report = SimulationReport()

    init(_ plan: SimulationPlan) {
        self.plan = plan
        draws = SeededGenerator(seed: plan.seed)
        provider = SimulatedProvider(plan.provider, seed: Seed(draws.next()))
        journal = MemoryJournal(requests: plan.requests.count)
        invariants = SimulationInvariants(plan)
    }

    /// The day, counted from that on which the run began.
    var day: Int { Int((plan.startOfRun + now) / .seconds(86_400)) }

    /// Says that what a ticket has read will be durable.
    mutating func commit(_ ticket: RequestScheduler.Ticket) {
        events.add(.durable(ticket), at: now + draws.milliseconds(in: 0...plan.commitMilliseconds))
    }
}
