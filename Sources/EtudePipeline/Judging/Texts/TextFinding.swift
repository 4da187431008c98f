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
        var findings: [TextFinding] = []
        if text.allSatisfy(\.isWhitespace) {
            findings.append(TextFinding(check: "empty", reason: "empty", detail: "", isRefusal: true))
        }
        if !CodeChecks.keepsSentenceLimit(text, of: assignment) {
            findings.append(TextFinding(check: "sentence-limit", reason: "sentence_limit", detail: "", isRefusal: true))
        }
        let named = CodeChecks.namedSkills(in: text, of: assignment)
        if !named.isEmpty {
            findings.append(TextFinding(check: "names-skill", reason: "names_skill", detail: "", isRefusal: true))
        }
        return findings
    }
}
