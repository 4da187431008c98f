public import EtudeCore

/// Decides when each request to one model leaves, and to which of its servers.
///
/// It is told of every request, try and outcome with the time at which it happened, and does nothing by itself: a
/// dispatcher carries it out, and a simulation drives it on a clock of its own. A request waits in one of two queues: the
/// fresh ones in order, and those that failed by the time at which they may be tried again, holding no place meanwhile.
/// What is older goes first.
public struct RequestScheduler: Sendable {
    /// A request's number.
    public typealias Ticket = Int

    /// What is to be done now.
    public enum Step: Sendable, Hashable {
        /// Send a request to a server.
        case send(Ticket, server: Int)
        /// Leave a request for the next run: retries are used up, and there is no first try that could free another.
        case setAside(Ticket, ModelFailure)
        /// Nothing before this time, or before something ends; nil where only an end can change anything.
        case wait(until: Duration?)
    }

    private struct Item: Sendable {
        let size: RequestSize
        var machine: RetryMachine
        /// When it was sent for the first time.
        var startedAt: Duration?
        var sending: Sending?
        var failure: ModelFailure?
        var isRetry = false
    }

    private struct Sending: Sendable {
        let server: Int
        let at: Duration
        let period: Int
        let taken: RateLimits.Taken
    }

    private struct Server: Sendable {
        var concurrency: AdaptiveConcurrency
        var breaker = CircuitBreaker()
        var inFlight = 0
    }

    /// Requests in flight.
    public private(set) var inFlight = 0

    private let policy: RetryPolicy
    private let concurrency: Int
    private var servers: [Server]
    private var limits: RateLimits
    private var rate = SharedRate()
    private var retries = RetryBudget()
    private var items: [Ticket: Item] = [:]
    private var fresh = TicketQueue()
    private var cooling = CoolingQueue()
    private var nextTicket = 0
    private var events: [SchedulerEvent] = []
    private var saidRetriesUsedUp = false
    /// Whether a server has said that no request to the model can succeed.
    private var isRefused = false

    /// A scheduler without requests.
    ///
    /// - Parameters:
    ///   - servers: how many servers answer for the model, at least 1.
    ///   - limits: how fast and how many.
    ///   - policy: how often and how long a request is tried.
    public init(servers: Int, limits: RequestLimits, policy: RetryPolicy) {
        precondition(servers > 0, "A model has a server.")
        self.policy = policy
        concurrency = limits.concurrency
        self.servers = Array(
            repeating: Server(concurrency: AdaptiveConcurrency(maximum: limits.concurrency)),
            count: servers
        )
        self.limits = RateLimits(limits)
    }

    /// Requests that wait to be sent, for the first time or again.
    public var waiting: Int { items.count - inFlight }

    /// The changes since this was last called.
    public mutating func takeEvents() -> [SchedulerEvent] {
        defer { events = [] }
        return events
    }

    // MARK: Requests

    /// Takes a request.
    ///
    /// - Parameters:
    ///   - size: how large it may be.
    ///   - seed: where the jitter of its retries comes from.
    /// - Returns: its ticket.
    public mutating func submit(_ size: RequestSize, seed: Seed) -> Ticket {
        let ticket = nextTicket
        nextTicket += 1
        items[ticket] = Item(size: size, machine: RetryMachine(policy: policy, seed: seed))
        fresh.append(ticket)
        return ticket
    }

    /// Forgets a request, wherever it is.
    public mutating func abandon(_ ticket: Ticket, at now: Duration) {
        if let sending = items[ticket]?.sending {
            free(sending.server)
            servers[sending.server].breaker.abandoned(sentIn: sending.period, at: now)
        }
        items[ticket] = nil
        fresh.remove(ticket)
        cooling.remove(ticket)
    }

    /// Says what to do now; to be called again after every step, submission and outcome.
    ///
    /// - Parameters:
    ///   - now: the time.
    ///   - admits: whether a request of this size may be paid for; asked last, and only of a request that would leave.
    /// - Returns: the step; a request that is to be sent counts as in flight from now on.
    public mutating func next(at now: Duration, admits: (RequestSize) -> Bool = { _ in true }) -> Step {
        guard !isRefused, inFlight < concurrency else { return .wait(until: nil) }
        let (candidate, wake) = candidate(at: now)
        guard let ticket = candidate, let size = items[ticket]?.size else { return idle(until: wake, at: now) }
        let (server, open) = server(at: now)
        guard let server else { return .wait(until: open) }
        let earliest = max(rate.earliest(at: now), limits.earliest(for: size, at: now))
        guard earliest <= now else { return .wait(until: earliest) }
        guard admits(size) else { return .wait(until: nil) }
        send(ticket, size, to: server, at: now)
        return .send(ticket, server: server)
    }

    private mutating func send(_ ticket: Ticket, _ size: RequestSize, to server: Int, at now: Duration) {
        fresh.remove(ticket)
        cooling.remove(ticket)
        retries.sent(isRetry: items[ticket]?.isRetry ?? false)
        rate.sent(at: now)
        let period = servers[server].breaker.sent()
        servers[server].inFlight += 1
        inFlight += 1
        if items[ticket]?.startedAt == nil { items[ticket]?.startedAt = now }
        items[ticket]?.sending = Sending(
            server: server,
            at: now,
            period: period,
            taken: limits.take(size, at: now)
        )
    }

    /// With no request that may be sent: waits for the next, or sets a retry aside when its time has come and neither it
    /// nor anything else can be sent.
    private mutating func idle(until wake: Duration?, at now: Duration) -> Step {
        guard wake == nil, inFlight == 0, let blocked = cooling.first(where: { _, _ in true }) else {
            return .wait(until: wake)
        }
        guard blocked.time <= now, let failure = items[blocked.ticket]?.failure else {
            return .wait(until: blocked.time)
        }
        cooling.remove(blocked.ticket)
        items[blocked.ticket] = nil
        return .setAside(blocked.ticket, failure)
    }

    /// The request that is next in turn, and when another may be.
    private mutating func candidate(at now: Duration) -> (Ticket?, wake: Duration?) {
        let due = cooling.first { ticket, isRetry in !isRetry || retries.allowsRetry }
        if let due, due.time <= now { return (due.ticket, nil) }
        if due == nil, !cooling.isEmpty, !saidRetriesUsedUp {
            saidRetriesUsedUp = true
            events.append(.retriesUsedUp)
        }
        return (fresh.first, due?.time)
    }

    /// The server with the most room, or when one is open again.
    private func server(at now: Duration) -> (Int?, wake: Duration?) {
        var best: (server: Int, load: Double)?
        var wake: Duration?
        for (index, server) in servers.enumerated() where server.inFlight < server.concurrency.places {
            guard let open = server.breaker.earliest(at: now) else { continue }
            guard open <= now else {
                wake = min(wake ?? open, open)
                continue
            }
            // A breaker that is due lets one probe out, which is no time for others.
            let load = Double(server.inFlight) / Double(server.concurrency.places)
            if best.map({ load < $0.load }) ?? true { best = (index, load) }
        }
        return (best?.server, wake)
    }

    /// Whether a request is in flight.
    public func isInFlight(_ ticket: Ticket) -> Bool { items[ticket]?.sending != nil }

    // MARK: Outcomes

    /// Notes that a request was answered; it is done.
    public mutating func answered(_ ticket: Ticket, usage: TokenUsage?, at now: Duration) {
        guard let sending = items[ticket]?.sending else { return }
        let server = sending.server
        servers[server].concurrency.answered(
            inFlight: servers[server].inFlight,
            sentAt: sending.at,
            at: now,
            outputTokens: usage?.output
        )
        ended(sending, failed: false, at: now)
        rate.answered(at: now)
        if let usage { limits.correct(sending.taken, to: usage) }
        items[ticket] = nil
        saidRetriesUsedUp = false
    }

    /// Notes that a try failed: its place is free at once.
    ///
    /// What becomes of the request is decided by ``decide(_:after:history:at:)``.
    public mutating func failed(_ ticket: Ticket, _ failure: ModelFailure, at now: Duration) {
        guard let sending = items[ticket]?.sending else { return }
        items[ticket]?.sending = nil
        items[ticket]?.failure = failure
        isRefused = isRefused || failure.kind.isFatal
        let server = sending.server
        if failure.isThrottlingWithoutShortWait || failure.kind == .timeout,
            servers[server].concurrency.refused(sentAt: sending.at, at: now)
        {
            events.append(.concurrency(server: server, places: servers[server].concurrency.places))
        }
        if failure.kind == .rateLimited, rate.refused(wait: failure.retryAfter, at: now), let current = rate.current {
            events.append(.rate(perSecond: current))
        }
        // A refused request has written nothing; one that was lost may have.
        if !failure.kind.mayBeBilled, let input = items[ticket]?.size.input {
            limits.correct(sending.taken, to: TokenUsage(input: input, output: 0))
        }
        let isFault = failure.isRetryable && failure.kind != .rateLimited
        ended(sending, failed: isFault, at: now)
    }

    /// Decides what becomes of a request whose try failed.
    ///
    /// - Parameters:
    ///   - ticket: the request.
    ///   - failure: why the try failed.
    ///   - history: all its failed tries, this one included.
    ///   - now: the time.
    /// - Returns: the decision; unless it is to be tried again, the request is done.
    public mutating func decide(
        _ ticket: Ticket,
        after failure: ModelFailure,
        history: TryHistory,
        at now: Duration
    ) -> RetryMachine.Decision {
        guard var item = items[ticket] else { return .stop }
        let elapsed = now - (item.startedAt ?? now)
        let decision = item.machine.decide(after: failure, history: history, elapsed: elapsed)
        guard case .retry(let wait) = decision else {
            items[ticket] = nil
            return decision
        }
        item.isRetry = !failure.kind.isThrottling
        items[ticket] = item
        cooling.insert(ticket, at: now + wait, isRetry: item.isRetry)
        return decision
    }

    private mutating func ended(_ sending: Sending, failed: Bool, at now: Duration) {
        let server = sending.server
        free(server)
        guard servers[server].breaker.ended(failed: failed, sentIn: sending.period, at: now) else { return }
        switch servers[server].breaker.state {
        case .open(let until): events.append(.opened(server: server, seconds: (until - now) / .seconds(1)))
        case .closed: events.append(.closed(server: server))
        case .probing: break
        }
    }

    private mutating func free(_ server: Int) {
        servers[server].inFlight -= 1
        inFlight -= 1
    }
}

extension ModelFailure {
    /// Whether the server asks for patience, and not just for a moment that it names: then it has too much to do.
    fileprivate var isThrottlingWithoutShortWait: Bool {
        kind.isThrottling && (retryAfter.map { $0 >= .seconds(1) } ?? true)
    }
}
