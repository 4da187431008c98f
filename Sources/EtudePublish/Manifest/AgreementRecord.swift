public import EtudeCore

/// How far the ballots of a panel agree on one kind of criterion; what is undefined is nil, never 0.
public struct AgreementRecord: Sendable, Hashable {
    /// `skills` for all skills together, else the criterion's name.
    public var criterion: String
    /// Texts with two ballots or more that could have said the one as well as the other.
    public var texts: Int
    /// The share of agreeing pairs of ballots.
    public var percent: Estimate?
    /// Cohen's kappa, where there are two ballots.
    public var cohensKappa: Estimate?
    /// Fleiss' kappa, where there are more.
    public var fleissKappa: Estimate?
    /// Krippendorff's alpha.
    public var alpha: Estimate?
    /// How many of all votes said neither pass nor fail.
    public var abstentions: BinomialSample

    /// Agreement on one kind of criterion.
    public init(
        criterion: String,
        texts: Int,
        percent: Estimate?,
        cohensKappa: Estimate?,
        fleissKappa: Estimate?,
        alpha: Estimate?,
        abstentions: BinomialSample
    ) {
        self.criterion = criterion
        self.texts = texts
        self.percent = percent
        self.cohensKappa = cohensKappa
        self.fleissKappa = fleissKappa
        self.alpha = alpha
        self.abstentions = abstentions
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "criterion": .string(criterion),
            "texts": .int(texts),
            "percent": percent?.json ?? .null,
            "cohens_kappa": cohensKappa?.json ?? .null,
            "fleiss_kappa": fleissKappa?.json ?? .null,
            "alpha": alpha?.json ?? .null,
            "votes": .int(abstentions.trials),
            "abstentions": .int(abstentions.successes),
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        criterion = try reader.string("criterion")
        texts = try reader.int("texts")
        percent = try reader.estimate("percent")
        cohensKappa = try reader.estimate("cohens_kappa")
        fleissKappa = try reader.estimate("fleiss_kappa")
        alpha = try reader.estimate("alpha")
        let votes = try reader.int("votes")
        abstentions = BinomialSample(successes: try reader.int("abstentions"), trials: votes)
        try reader.refuseOtherKeys()
    }
}

extension RecordReader {
    /// The estimate of a key that may hold null.
    mutating func estimate(_ key: String) throws(EtudeError) -> Estimate? {
        let value = try value(key)
        return value == .null ? nil : try Estimate(json: value)
    }
}
