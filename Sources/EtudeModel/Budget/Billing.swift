/// Says what a request may cost, and what a try did cost.
public struct Billing: Sendable, Hashable {
    private let size: RequestSize
    private let price: TokenPrice?

    /// The billing of a request.
    ///
    /// - Parameters:
    ///   - size: how large the request and its answer may be.
    ///   - price: the price of its tokens, where the user gave one.
    public init(_ size: RequestSize, price: TokenPrice?) {
        self.size = size
        self.price = price
    }

    /// The worst case, to be set aside before the request leaves.
    public var worst: Spending {
        let output = size.mostOutput ?? RequestSize.usualOutput
        return Spending(
            calls: 1,
            tokens: size.mostInput + output,
            money: price?.cost(input: size.mostInput, output: output) ?? 0
        )
    }

    /// What an answer cost: as the provider counts, or else an estimate by length.
    public func bill(for answer: ChatAnswer) -> Bill {
        if let usage = answer.usage { return bill(usage, isEstimated: false) }
        let written = (answer.text.utf8.count + answer.reasoning.utf8.count) / 3
        return bill(TokenUsage(input: size.input, output: written), isEstimated: true)
    }

    /// What a failed try may have cost: nothing if the server refused it, or else the worst case, for nobody knows how much
    /// of an answer was written, and a budget must not be crossed.
    public func bill(for failure: ModelFailure) -> Bill {
        guard failure.kind.mayBeBilled else { return bill(TokenUsage(input: 0, output: 0), isEstimated: false) }
        let output = size.mostOutput ?? RequestSize.usualOutput
        return bill(TokenUsage(input: size.mostInput, output: output), isEstimated: true)
    }

    private func bill(_ usage: TokenUsage, isEstimated: Bool) -> Bill {
        Bill(usage: usage, isEstimated: isEstimated, cost: price?.cost(input: usage.input, output: usage.output))
    }
}

/// What one try cost.
public struct Bill: Sendable, Hashable {
    /// The tokens.
    public let usage: TokenUsage
    /// Whether they are an estimate, because the provider did not say.
    public let isEstimated: Bool
    /// The money; nil where no price is known.
    public let cost: Double?

    /// The bill as an amount of a budget.
    public var spending: Spending { Spending(calls: 1, tokens: usage.input + usage.output, money: cost ?? 0) }
}
