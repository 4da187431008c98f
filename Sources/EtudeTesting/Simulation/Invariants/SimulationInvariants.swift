import EtudeModel

/// The promises of the request layer, checked at every step by books of their own.
struct SimulationInvariants {
    /// A request that was sent and of which nothing is durable yet.
    private struct Flight {
        let number: Int
        let server: Int
        let day: Int
        let billed: TokenUsage?
        let taken: [Int?]
        /// Whether its place is still held.
        var isHeld = true
        var hasArrived = false
    }

    private let plan: SimulationPlan
    private var budget: BudgetOracle
    private var flights: [Int: Flight] = [:]
    private var held = 0
    private var breakers: [BreakerOracle]
    private var windows: [MinuteOracle?]
    /// The requests whose last failure was a fault.
    private var faulty: Set<Int> = []
    private var retries: [Bool] = []
    /// The retries among the last thousand requests.
    private var recentRetries = 0
    private var isRefused = false
    private var sent = 0

    init(_ plan: SimulationPlan) {
        self.plan = plan
        budget = BudgetOracle(plan)
        breakers = Array(repeating: BreakerOracle(), count: plan.provider.servers)
        windows = Self.windows(plan)
    }

    private static func windows(_ plan: SimulationPlan) -> [MinuteOracle?] {
        [
            plan.limits.requestsPerMinute, plan.limits.tokensPerMinute, plan.limits.inputTokensPerMinute,
            plan.limits.outputTokensPerMinute,
        ].map { $0.map(MinuteOracle.init(limit:)) }
    }

    /// A process was killed: what it knew is gone, and what it had in flight is nobody's.
    mutating func processEnded() {
        for flight in flights.values { budget.forget(flight.billed, day: flight.day) }
        flights = [:]
        held = 0
        breakers = Array(repeating: BreakerOracle(), count: plan.provider.servers)
        windows = Self.windows(plan)
        faulty = []
        (retries, recentRetries) = ([], 0)
        isRefused = false
    }

    /// Checks a request that is sent.
    mutating func send(
        _ request: Int,
        to server: Int,
        _ reply: SimulatedReply,
        day: Int,
        isClosed: Bool,
        at now: Duration
    ) throws(SimulationViolation) {
        sent += 1
        try require(!isClosed, "request \(request) has a durable end and is sent again", at: now)
        try require(flights[request] == nil, "request \(request) is in flight and is sent again", at: now)
        try require(!isRefused, "a request is sent after a refusal for good was read", at: now)
        try require(held < plan.limits.concurrency, "more requests are in flight than the concurrency", at: now)
        try require(breakers[server].send(sent, at: now), "server \(server) is to be left alone", at: now)
        let taken = try take(plan.requests[request].size, at: now)
        try checkRetries(isRetry: faulty.contains(request), at: now)
        if let scope = budget.bill(reply.billed, day: day) {
            throw SimulationViolation(time: now, rule: "the budget of the \(scope) is crossed")
        }
        flights[request] = Flight(number: sent, server: server, day: day, billed: reply.billed, taken: taken)
        held += 1
    }

    /// An answer has arrived, and is not durable yet.
    mutating func arrived(_ request: Int, at now: Duration) throws(SimulationViolation) {
        try require(flights[request]?.hasArrived == false, "an answer to request \(request) came twice", at: now)
        flights[request]?.hasArrived = true
    }

    /// An answer is durable.
    mutating func answered(_ request: Int, _ usage: TokenUsage, at now: Duration) {
        release(request, isFault: false, at: now)
        correct(request, to: usage)
        flights[request] = nil
    }

    /// A failure was read, and is not durable yet.
    mutating func failed(_ request: Int, _ failure: ModelFailure, at now: Duration) {
        release(request, isFault: failure.isRetryable && failure.kind != .rateLimited, at: now)
        if !failure.kind.mayBeBilled {
            correct(request, to: TokenUsage(input: plan.requests[request].size.input, output: 0))
        }
        if failure.kind.isFatal { isRefused = true }
        if failure.kind.isThrottling { faulty.remove(request) } else { faulty.insert(request) }
    }

    /// A failure is durable.
    mutating func noted(_ request: Int) { flights[request] = nil }

    /// Checks what the scheduler says of itself.
    func check(_ scheduler: RequestScheduler, at now: Duration) throws(SimulationViolation) {
        try require(scheduler.inFlight == held, "\(held) in flight, \(scheduler.inFlight) counted", at: now)
        try require(scheduler.waiting >= 0, "fewer than no requests wait", at: now)
    }

    private mutating func release(_ request: Int, isFault: Bool, at now: Duration) {
        guard let flight = flights[request], flight.isHeld else { return }
        flights[request]?.isHeld = false
        held -= 1
        breakers[flight.server].end(flight.number, isFault: isFault, at: now)
    }

    private mutating func take(_ size: RequestSize, at now: Duration) throws(SimulationViolation) -> [Int?] {
        var numbers: [Int?] = []
        for (index, amount) in amounts(size.input, size.mostOutput ?? 1_000).enumerated() {
            let taken = windows[index]?.take(amount, at: now)
            try require(taken?.isAbove != true, "limit \(index) per minute is exceeded", at: now)
            numbers.append(taken?.number)
        }
        return numbers
    }

    private mutating func correct(_ request: Int, to usage: TokenUsage) {
        guard let taken = flights[request]?.taken else { return }
        for (index, amount) in amounts(usage.input, usage.output).enumerated() {
            if let number = taken[index] { windows[index]?.correct(number, to: amount) }
        }
    }

    private func amounts(_ input: Int, _ output: Int) -> [Int] { [1, input + output, input, output] }

    private mutating func checkRetries(isRetry: Bool, at now: Duration) throws(SimulationViolation) {
        retries.append(isRetry)
        if isRetry { recentRetries += 1 }
        if retries.count > 1_000, retries[retries.count - 1_001] { recentRetries -= 1 }
        try require(recentRetries <= 500, "\(recentRetries) of the last thousand requests are retries", at: now)
    }

    private func require(_ holds: Bool, _ rule: @autoclosure () -> String, at now: Duration)
        throws(SimulationViolation)
    {
        guard holds else { throw SimulationViolation(time: now, rule: rule()) }
    }
}
