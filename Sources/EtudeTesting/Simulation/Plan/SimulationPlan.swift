public import EtudeCore
public import EtudeModel

/// Everything that happens in a simulated run, drawn before it begins; what is left to chance follows from ``seed``.
public struct SimulationPlan: Sendable {
    /// Where all further chance comes from.
    public var seed: Seed
    /// What is asked, in this order.
    public var requests: [SimulatedRequest]
    /// How many requests are worked on at a time, those that wait for a retry included.
    public var width: Int
    /// The limits of the model's block.
    public var limits: RequestLimits
    /// How often and how long to try.
    public var policy = RetryPolicy()
    /// What answers.
    public var provider = ProviderBehaviour()
    /// The budget; empty for none.
    public var budget: [BudgetScope: BudgetLimit] = [:]
    /// What earlier runs have spent of the total.
    public var spentBefore = Spending()
    /// The prices; nil where there are none.
    public var price: TokenPrice?
    /// The time of day at which the run begins.
    public var startOfRun = Duration.zero
    /// After how many events each process is killed; the last runs to its end.
    public var crashes: [Int] = []
    /// The longest time until an answer or an attempt is durable, in milliseconds.
    public var commitMilliseconds = 20

    /// A run against a provider that never fails.
    public init(seed: Seed, requests: [SimulatedRequest], width: Int, limits: RequestLimits) {
        self.seed = seed
        self.requests = requests
        self.width = width
        self.limits = limits
    }

    /// Whether nothing in the plan may keep any request from being answered in the end.
    public var mustAnswerAll: Bool {
        provider.quota == nil && budget.isEmpty && provider.outages.isEmpty && provider.faultShare <= 0.15
            && !requests.contains(where: \.isWrong) && policy.leastSpan >= .seconds(600)
            && policy.deadline >= .seconds(3600) && requests.count < 500
            && serviceTimes.allSatisfy { $0 < provider.timeout }
    }

    /// How long each answer takes at the slowest server.
    private var serviceTimes: [Duration] {
        let slowest = provider.slowness.max() ?? 1
        return requests.map { (provider.base + provider.perToken * $0.usage.output) * slowest }
    }

    /// The longest time that a run without failures may take; nil where there may be some.
    ///
    /// Twice what the tightest of its limits allows, if each token that an answer does not use is given back when it arrives,
    /// and a minute more.
    public var longestSpan: Duration? {
        let provider = provider
        guard mustAnswerAll, provider.faultShare == 0, provider.refused == 0, provider.requestsPerSecond == nil,
            provider.connections == nil, crashes.isEmpty
        else { return nil }
        let times = serviceTimes
        var spans = [times.reduce(.zero, +) / min(width, limits.concurrency)]
        if let limit = limits.requestsPerMinute { spans.append(.seconds(60) * requests.count / limit) }
        func add(_ limit: Int?, _ used: (SimulatedRequest) -> Int, _ reserved: (SimulatedRequest) -> Int) {
            guard let limit else { return }
            var span = Duration.zero
            for (request, time) in zip(requests, times) {
                let held = min(1, (time + .milliseconds(commitMilliseconds)) / .seconds(60))
                let excess = Double(max(0, reserved(request) - used(request)))
                let amount = min(Double(used(request)) + excess * held, Double(limit))
                // A window that a request does not fit into stays as empty as the request is large.
                span += .seconds(60) * (amount / Double(limit))
            }
            spans.append(span)
        }
        let output: (SimulatedRequest) -> Int = { $0.size.mostOutput ?? 1_000 }
        add(limits.tokensPerMinute, { $0.usage.input + $0.usage.output }, { $0.size.input + output($0) })
        add(limits.inputTokensPerMinute, \.usage.input, \.size.input)
        add(limits.outputTokensPerMinute, \.usage.output, output)
        return (spans.max() ?? .zero) * 2 + (times.max() ?? .zero) * 2 + .seconds(60)
    }
}
