/// The limits per minute of one model, taken together before a request leaves.
struct RateLimits: Sendable {
    /// What a request took, so that it can be corrected.
    struct Taken: Sendable {
        var numbers: [Int?]
    }

    private enum Measure: CaseIterable {
        case requests, tokens, input, output

        func amount(input: Int, output: Int) -> Int {
            switch self {
            case .requests: 1
            case .tokens: input + output
            case .input: input
            case .output: output
            }
        }
    }

    private var limits: [RateLimit?]

    init(_ limits: RequestLimits) {
        self.limits = [
            limits.requestsPerMinute, limits.tokensPerMinute, limits.inputTokensPerMinute,
            limits.outputTokensPerMinute,
        ].map { $0.map(RateLimit.init(perMinute:)) }
    }

    /// When a request may leave under all limits.
    mutating func earliest(for size: RequestSize, at now: Duration) -> Duration {
        var time = now
        for (index, measure) in Measure.allCases.enumerated() where limits[index] != nil {
            let amount = measure.amount(input: size.input, output: size.reservedOutput)
            time = max(time, limits[index]?.earliest(for: amount, at: now) ?? now)
        }
        return time
    }

    mutating func take(_ size: RequestSize, at now: Duration) -> Taken {
        var numbers: [Int?] = []
        for (index, measure) in Measure.allCases.enumerated() {
            numbers.append(limits[index]?.take(measure.amount(input: size.input, output: size.reservedOutput), at: now))
        }
        return Taken(numbers: numbers)
    }

    /// Corrects what was taken once the usage is known; the request itself stays counted.
    mutating func correct(_ taken: Taken, to usage: TokenUsage) {
        for (index, measure) in Measure.allCases.enumerated() where measure != .requests {
            guard let number = taken.numbers[index] else { continue }
            limits[index]?.correct(number, to: measure.amount(input: usage.input, output: usage.output))
        }
    }
}
