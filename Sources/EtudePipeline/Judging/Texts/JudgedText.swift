import EtudeCore

/// What came of judging a text.
struct JudgedText: Sendable, Hashable {
    /// The marks.
    let verdict: Verdict
    /// Whether the accept rule is met, and code refuses nothing.
    let isAccepted: Bool
    /// What code found.
    let findings: [TextFinding]

    /// What it comes to by the accept rule: unknown where only marks that are missing stand against it.
    var acceptance: Mark.Outcome {
        if isAccepted { return .pass }
        return verdict.isUnknown && !findings.contains(where: \.isRefusal) ? .unknown : .fail
    }

    /// The share of the criteria that are met, from 0 to 1: 0 for a text that code refuses to have judged, nil where a mark is
    /// unknown, which is neither met nor failed.
    var score: Double? {
        guard !findings.contains(where: \.endsJudging) else { return 0 }
        let marks = verdict.marks
        guard !marks.isEmpty, !marks.contains(where: { $0.outcome == .unknown }) else { return nil }
        return Double(marks.count { $0.outcome == .pass }) / Double(marks.count)
    }

    /// The names of the members that ``write(to:)`` adds.
    static let keys: Set<String> = ["marks", "accepted", "score", "code"]

    /// Adds the members to an object.
    func write(to writer: inout JSONWriter) {
        writer.key("marks")
        Mark.write(verdict.marks, to: &writer)
        writer.key("accepted")
        writer.bool(isAccepted)
        writer.key("score")
        if let score { writer.double(score) } else { writer.null() }
        writer.key("code")
        writer.write(.array(findings.map(\.json)))
    }
}
