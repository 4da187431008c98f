public import EtudeCore

/// How far the marks of a release can be trusted, as far as that was measured.
public struct JudgingRecord: Sendable, Hashable {
    /// How many ballots a text can have: judges times rounds.
    public var ballots: Int
    /// How many texts were judged whose candidates were decided.
    public var texts: Int
    /// How far the ballots agree: of skills together, then of each other criterion.
    public var agreement: [AgreementRecord]
    /// What became of texts with a planted fault, by kind; empty where none were planted.
    public var probes: [ProbeRecord]
    /// What a reader should know of the judges, in sentences.
    public var warnings: [String]
    /// What a person said of accepted rows; nil where nobody was asked.
    public var audit: AuditRecord?

    /// What was measured.
    public init(
        ballots: Int,
        texts: Int,
        agreement: [AgreementRecord] = [],
        probes: [ProbeRecord] = [],
        warnings: [String] = [],
        audit: AuditRecord? = nil
    ) {
        self.ballots = ballots
        self.texts = texts
        self.agreement = agreement
        self.probes = probes
        self.warnings = warnings
        self.audit = audit
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "ballots": .int(ballots),
            "texts": .int(texts),
            "agreement": .array(agreement.map(\.json)),
            "probes": .array(probes.map(\.json)),
            "warnings": .array(warnings.map(JSONValue.string)),
            "audit": audit?.json ?? .null,
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(ballots: try reader.int("ballots"), texts: try reader.int("texts"))
        for element in try reader.array("agreement") { agreement.append(try AgreementRecord(json: element)) }
        for element in try reader.array("probes") { probes.append(try ProbeRecord(json: element)) }
        warnings = try reader.strings("warnings")
        let audit = try reader.value("audit")
        self.audit = audit == .null ? nil : try AuditRecord(json: audit)
        try reader.refuseOtherKeys()
    }
}
