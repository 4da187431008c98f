public import EtudeCore

/// What became of a probe.
public struct ProbeFinding: Sendable, Hashable {
    /// What the judges alone said of the criterion that the fault breaks, by majority of their ballots.
    public enum Judges: Sendable, Hashable {
        /// It fails.
        case caught
        /// It passes.
        case missed
        /// As many say the one as the other.
        case abstained
        /// They have no say on it: code decides.
        case unasked
        /// Their provider failed for good.
        case failed
    }

    /// The fault.
    public let kind: ProbeKind
    /// Whether the checks of code would have refused the text before a judge was paid.
    public let byCode: Bool
    /// What the judges said.
    public let judges: Judges

    /// What became of a probe.
    public init(kind: ProbeKind, byCode: Bool, judges: Judges) {
        self.kind = kind
        self.byCode = byCode
        self.judges = judges
    }

    /// What became of a probe that judges marked.
    ///
    /// - Parameters:
    ///   - probe: the probe.
    ///   - byCode: whether the checks of code would have refused the text.
    ///   - ballots: the judges' ballots, all that there are.
    public init(_ probe: Probe, byCode: Bool, ballots: [Ballot]) {
        let votes = ballots.compactMap { $0.marks[probe.fails] }
        let lead = votes.count { $0 == .fail } - votes.count { $0 == .pass }
        self.init(
            kind: probe.kind,
            byCode: byCode,
            judges: votes.isEmpty ? .unasked : lead > 0 ? .caught : lead < 0 ? .missed : .abstained
        )
    }
}
