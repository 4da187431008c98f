import EtudeCore
import EtudeJudge

/// What a check finds in a text for an assignment about a metaphor and sewing.
func finding(
    _ check: any CodeCheck,
    in text: String,
    for assignment: Assignment = .named(["metaphor", "red herring"]),
    prompt: [Message] = []
) -> CodeFinding? {
    check.finding(in: CheckedText(text, for: assignment, prompt: prompt))
}
