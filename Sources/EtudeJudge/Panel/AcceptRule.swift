public import EtudeCore

/// Which verdicts make a row.
public enum AcceptRule: String, Sendable, Hashable, CaseIterable {
    /// Every criterion passes.
    case fullMarks = "full-marks"

    /// Whether a draft of this verdict becomes a row.
    ///
    /// - Parameter verdict: what the judges said.
    /// - Returns: true where every mark that the rule wants is a pass; unknown is none.
    public func accepts(_ verdict: Verdict) -> Bool {
        switch self {
        case .fullMarks: verdict.isFullMarks
        }
    }
}
