/// What code decides about a text, so that no judge is asked or trusted with it.
public enum CodeChecks: Sendable {
    /// All checks, in the order in which a text passes them: what explains most of a bad text comes first.
    public static let all: [any CodeCheck] = [
        EmptyText(), RefusedText(), ControlToken(), TemplateSlot(), ForgedVerdict(), JudgeAddress(), RepeatedPrompt(),
        CopiedEntry(), SentenceLimit(), NamedSkill(), AbsentTopic(),
    ]

    /// The check of an id; nil where there is none.
    public static func check(id: String) -> (any CodeCheck)? {
        all.first { $0.id == id }
    }

    /// Why code refuses a text: the first finding of a check that refuses, or nil.
    public static func refusal(of text: CheckedText) -> CodeFinding? {
        for check in all where check.severity == .refuses {
            if let finding = check.finding(in: text) { return finding }
        }
        return nil
    }

    /// What code has to say of a text that it does not refuse, in the checks' order.
    public static func warnings(on text: CheckedText) -> [CodeFinding] {
        all.filter { $0.severity == .warns }.compactMap { $0.finding(in: text) }
    }
}
