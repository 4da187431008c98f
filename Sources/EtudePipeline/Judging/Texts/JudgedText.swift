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

    /// The share of the criteria that are met, from 0 to 1; a mark that is unknown earns nothing.
    var score: Double {
        let marks = verdict.marks
        return marks.isEmpty ? 0 : Double(marks.count { $0.outcome == .pass }) / Double(marks.count)
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
        writer.double(score)
        writer.key("code")
        writer.write(.array(findings.map(\.json)))
    }
}
