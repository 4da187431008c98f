public import EtudeCore

/// How many probes of each kind were planted, and who caught them.
public struct ProbeTally: Sendable, Hashable {
    /// The probes of one kind, or of all.
    public struct Counts: Sendable, Hashable {
        /// How many there were.
        public var planted = 0
        /// How many code would have refused.
        public var byCode = 0
        /// How many judges could say something about and answered.
        public var judged = 0
        /// How many of those the judges caught.
        public var byJudges = 0
        /// How many of those the judges did not settle.
        public var abstained = 0
        /// How many neither code nor judges caught, of those that were answered.
        public var missed = 0
        /// How many got no answer for good.
        public var failed = 0

        /// No probes.
        public init() {}

        /// How often the judges caught what they were asked about; what they did not settle is not caught.
        public var catchRate: BinomialSample { BinomialSample(successes: byJudges, trials: judged) }

        mutating func add(_ finding: ProbeFinding) {
            planted += 1
            byCode += finding.byCode ? 1 : 0
            switch finding.judges {
            case .unasked: missed += finding.byCode ? 0 : 1
            case .failed: failed += 1
            case .caught, .missed, .abstained:
                judged += 1
                byJudges += finding.judges == .caught ? 1 : 0
                abstained += finding.judges == .abstained ? 1 : 0
                missed += finding.byCode || finding.judges == .caught ? 0 : 1
            }
        }
    }

    private var counts: [ProbeKind: Counts] = [:]

    /// No probes.
    public init() {}

    /// The probes of a kind.
    public subscript(kind: ProbeKind) -> Counts { counts[kind] ?? Counts() }

    /// Counts a probe.
    public mutating func add(_ finding: ProbeFinding) {
        counts[finding.kind, default: Counts()].add(finding)
    }

    /// How many probes there are of all kinds.
    public var planted: Int { counts.values.map(\.planted).reduce(0, +) }
}
