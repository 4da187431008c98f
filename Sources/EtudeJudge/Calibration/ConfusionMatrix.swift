public import EtudeCore

/// How often a judge says pass or fail where a person says pass or fail; abstentions stand apart.
public struct ConfusionMatrix: Sendable, Hashable {
    /// Both say pass.
    public var truePasses = 0
    /// The judge says pass, the person fail.
    public var falsePasses = 0
    /// The judge says fail, the person pass.
    public var falseFails = 0
    /// Both say fail.
    public var trueFails = 0
    /// The judge says neither.
    public var abstentions = 0

    /// An empty matrix.
    public init() {}

    /// Counts a mark.
    public mutating func add(_ mark: LabelledMark) {
        switch (mark.judge, mark.human) {
        case (.pass, true): truePasses += 1
        case (.pass, false): falsePasses += 1
        case (.fail, true): falseFails += 1
        case (.fail, false): trueFails += 1
        case (.unknown, _): abstentions += 1
        }
    }

    /// How often the judge passes what should pass: sensitivity, which is also called recall.
    public var sensitivity: BinomialSample {
        BinomialSample(successes: truePasses, trials: truePasses + falseFails)
    }

    /// How often the judge fails what should fail.
    public var specificity: BinomialSample {
        BinomialSample(successes: trueFails, trials: trueFails + falsePasses)
    }

    /// How often what the judge passes should pass.
    public var precision: BinomialSample {
        BinomialSample(successes: truePasses, trials: truePasses + falsePasses)
    }

    /// How often the judge passes, of the marks it gives.
    public var judgePasses: BinomialSample {
        BinomialSample(successes: truePasses + falsePasses, trials: decided)
    }

    /// How often the person passes, of the marks that the judge gives.
    public var humanPasses: BinomialSample {
        BinomialSample(successes: truePasses + falseFails, trials: decided)
    }

    private var decided: Int { truePasses + falsePasses + falseFails + trueFails }
}
