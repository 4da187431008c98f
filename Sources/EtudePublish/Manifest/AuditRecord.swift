public import EtudeCore

/// What a person said of rows that the judges had accepted.
public struct AuditRecord: Sendable, Hashable {
    /// The number of the release from which the rows were drawn.
    public var release: Int
    /// How many rows have a label, and how many of them deserve their marks.
    public var precision: BinomialSample

    /// An audit of a release.
    public init(release: Int, precision: BinomialSample) {
        self.release = release
        self.precision = precision
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "release": .int(release),
            "labelled": .int(precision.trials),
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
        let labelled = try reader.int("labelled")
        precision = BinomialSample(successes: try reader.int("correct"), trials: labelled)
        _ = try reader.estimate("precision")
        try reader.refuseOtherKeys()
    }
}
