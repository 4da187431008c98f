public import EtudeCore
import EtudeModel

extension SimulationPlan {
    /// The run of a seed.
    ///
    /// Most are small, since small runs meet the corners soonest; one in a hundred is long enough to use up its retries.
    public init(seed: Seed) {
        var draws = SeededGenerator(seed: seed)
        let isLong = draws.chance(0.01)
        let hasBudget = draws.chance(0.35)
        let hasWrong = draws.chance(0.15)
        let count = isLong ? draws.number(in: 700...1_200) : draws.number(in: 3...36)
        var limits = RequestLimits(concurrency: draws.number(in: 1...12))
        if !isLong { limits.draw(&draws) }
        self.init(
            seed: Seed(draws.next()),
            requests: (0..<count).map { _ in
                SimulatedRequest(&draws, isBounded: hasBudget || draws.chance(0.8), isWrong: hasWrong)
            },
            width: draws.number(in: 1...24),
            limits: limits
        )
        policy = RetryPolicy(
            giveUp: draws.choice(of: [3, 20, 20]),
            leastSpan: draws.choice(of: [.zero, .seconds(600), .seconds(600)]),
            deadline: draws.choice(of: [.seconds(60), .seconds(3600), .seconds(3600)])
        )
        provider = ProviderBehaviour(&draws, isBad: isLong, requests: count)
        if hasBudget { drawBudget(&draws) }
        // Many runs begin shortly before midnight, so that the day changes while they are at work.
        startOfRun = .seconds(draws.chance(0.5) ? draws.number(in: 0...86_399) : 86_400 - draws.number(in: 1...60))
        crashes = draws.chance(0.4) ? (0..<draws.number(in: 1...4)).map { _ in draws.number(in: 0...2 * count) } : []
        commitMilliseconds = draws.choice(of: [0, 20, 2_000])
    }

    private mutating func drawBudget(_ draws: inout SeededGenerator) {
        if draws.chance(0.6) {
            price = TokenPrice(input: draws.unit() * 0.000_01, output: draws.unit() * 0.000_05)
        }
        let worst = requests.map { Billing($0.size, price: price).worst }.reduce(Spending(), +)
        for scope in BudgetScope.allCases where draws.chance(0.5) {
            let share = draws.unit() * 1.2
            budget[scope] = BudgetLimit(
                calls: draws.chance(0.3) ? Int(Double(worst.calls) * share) + 1 : nil,
                tokens: draws.chance(0.6) ? Int(Double(worst.tokens) * share) : nil,
                money: price != nil && draws.chance(0.6) ? worst.money * share : nil
            )
        }
        if draws.chance(0.3) {
            spentBefore = Spending(calls: worst.calls / 5, tokens: worst.tokens / 5, money: worst.money / 5)
        }
    }
}

extension RequestLimits {
    fileprivate mutating func draw(_ draws: inout SeededGenerator) {
        if draws.chance(0.3) { requestsPerMinute = draws.number(in: 5...300) }
        if draws.chance(0.3) { tokensPerMinute = draws.number(in: 1_000...60_000) }
        if draws.chance(0.15) { inputTokensPerMinute = draws.number(in: 1_000...30_000) }
        if draws.chance(0.15) { outputTokensPerMinute = draws.number(in: 1_000...30_000) }
    }
}

extension SimulatedRequest {
    fileprivate init(_ draws: inout SeededGenerator, isBounded: Bool, isWrong: Bool) {
        let bytes = draws.number(in: 100...4_000)
        let most = draws.number(in: 20...1_500)
        let size = RequestSize(input: bytes / 3 + 8, mostInput: bytes + 96, mostOutput: isBounded ? most : nil)
        self.init(
            size: size,
            usage: TokenUsage(
                input: draws.chance(0.2) ? size.mostInput : draws.number(in: bytes / 5...bytes / 3),
                output: draws.chance(0.2) ? most : draws.number(in: 1...most)
            ),
            isWrong: isWrong && draws.chance(0.2)
        )
    }
}

extension ProviderBehaviour {
    fileprivate init(_ draws: inout SeededGenerator, isBad: Bool, requests: Int) {
        self.init()
        servers = draws.number(in: 1...3)
        base = draws.milliseconds(in: 20...2_000)
        perToken = draws.milliseconds(in: 0...20)
        timeout = .seconds(draws.number(in: 40...120))
        slowness = (0..<servers).map { _ in draws.chance(0.15) ? 5 : 1 }
        guard !isBad else {
            faults = [(.server, 0.4 + 0.2 * draws.unit()), (.transport, 0.06)]
            return
        }
        guard draws.chance(0.85) else { return }
        if draws.chance(0.3) { requestsPerSecond = draws.number(in: 1...20) }
        if draws.chance(0.3) { connections = draws.number(in: 1...6) }
        queues = draws.chance(0.5)
        refusal = draws.choice(
            of: [.silent, .wait(.seconds(1)), .wait(.seconds(draws.number(in: 2...90))), .upTo(milliseconds: 20)]
        )
        if draws.chance(0.2) { refused = draws.unit() * 0.3 }
        let worst = draws.choice(of: [0.05, 0.3, 1])
        for kind in [FailureKind.server, .overloaded, .transport, .timeout, .invalidBody, .unreachable]
        where draws.chance(0.3) {
            faults.append((kind, draws.unit() * worst / 3))
        }
        if draws.chance(0.3) { lost = draws.unit() * worst / 4 }
        for _ in 0..<(draws.chance(0.3) ? draws.number(in: 1...3) : 0) {
            let from = draws.milliseconds(in: 0...60_000)
            outages.append(
                Outage(
                    server: draws.below(servers),
                    from: from,
                    until: from + draws.milliseconds(in: 1_000...900_000),
                    kind: draws.choice(of: [.unreachable, .server, .overloaded])
                )
            )
        }
        if draws.chance(0.12) { quota = draws.number(in: 0...2 * requests) }
    }
}
