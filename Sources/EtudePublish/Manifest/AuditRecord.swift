public import EtudeCore

/// What a person said of rows that the judges had accepted.
public struct AuditRecord: Sendable, Hashable {
    /// The number of the release from which the rows were drawn.
    public var release: Int
    /// Its digest.
    public var digest: String
    /// How many rows have a label, and how many of them were rightly accepted.
    public var precision: BinomialSample
    /// How many of the rows drawn have no label.
    public var unlabelled: Int

    /// An audit of a release.
    public init(release: Int, digest: String, precision: BinomialSample, unlabelled: Int) {
        self.release = release
        self.digest = digest
        self.precision = precision
        self.unlabelled = unlabelled
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "release": .int(release),
            "digest": .string(digest),
            "labelled": .int(precision.trials),
            "unlabelled": .int(unlabelled),
            "correct": .int(precision.successes),
            "precision": Estimate(precision)?.json ?? .null,
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        release = try reader.int("release")
        digest = try reader.string("digest")
        let labelled = try reader.int("labelled")
        unlabelled = try reader.int("unlabelled")
        precision = BinomialSample(successes: try reader.int("correct"), trials: labelled)
        _ = try reader.estimate("precision")
        try reader.refuseOtherKeys()
    }
}
