public import EtudeCore

/// What became of texts with one kind of planted fault.
public struct ProbeRecord: Sendable, Hashable {
    /// The fault, such as `off-topic`.
    public var kind: String
    /// How many were planted.
    public var planted: Int
    /// How many of them code would have refused.
    public var caughtByCode: Int
    /// How many of them judges marked on the criterion that the fault breaks, and how many of those they failed.
    public var caughtByJudges: BinomialSample
    /// How many of those that judges marked they did not settle.
    public var abstained: Int
    /// How many got no answer for good.
    public var failed: Int
    /// How many neither code nor judges caught.
    public var missed: Int

    /// What became of the probes of one kind.
    public init(
        kind: String,
        planted: Int,
        caughtByCode: Int,
        caughtByJudges: BinomialSample,
        abstained: Int,
        failed: Int,
        missed: Int
    ) {
        self.kind = kind
        self.planted = planted
        self.caughtByCode = caughtByCode
        self.caughtByJudges = caughtByJudges
        self.abstained = abstained
        self.failed = failed
        self.missed = missed
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "kind": .string(kind),
            "planted": .int(planted),
            "caught_by_code": .int(caughtByCode),
            "judged": .int(caughtByJudges.trials),
            "caught_by_judges": .int(caughtByJudges.successes),
            "abstained": .int(abstained),
            "failed": .int(failed),
            "missed": .int(missed),
            "catch_rate": Estimate(caughtByJudges)?.json ?? .null,
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        kind = try reader.string("kind")
        planted = try reader.int("planted")
        caughtByCode = try reader.int("caught_by_code")
        let judged = try reader.int("judged")
        caughtByJudges = BinomialSample(successes: try reader.int("caught_by_judges"), trials: judged)
        abstained = try reader.int("abstained")
        failed = try reader.int("failed")
        missed = try reader.int("missed")
        _ = try reader.estimate("catch_rate")
        try reader.refuseOtherKeys()
    }
}
