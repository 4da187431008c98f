import EtudeCore
import EtudeJudge

/// What a check of code found in a text.
struct TextFinding: Sendable, Hashable {
    /// The check.
    let check: String
    /// The reason's code.
    let reason: String
    /// What was found.
    let detail: String
    /// Whether it refuses the text, or only warns.
    let isRefusal: Bool

    /// Whether no judge is asked: the text is refused, and not for a criterion that code marks.
    var endsJudging: Bool { isRefusal && !Self.marked.contains(reason) }

    /// What shows in the marks, so that the other criteria are judged all the same.
    private static let marked = [RejectionReason.sentenceLimit.code, RejectionReason.namesSkill.code]

    /// The finding as a JSON object.
    var json: JSONValue {
        [
            "check": .string(check), "reason": .string(reason), "detail": .string(detail),
            "refuses": .bool(isRefusal),
        ]
    }

    /// What all checks find in a text, in the order of the checks.
    static func all(in text: String, for assignment: Assignment) -> [TextFinding] {
        let checked = CheckedText(text, for: assignment)
        return CodeChecks.all.compactMap { check in
            check.finding(in: checked).map { finding in
                TextFinding(
                    check: check.id,
                    reason: finding.reason.code,
                    detail: finding.detail,
                    isRefusal: check.severity == .refuses
                )
            }
        }
    }
}
