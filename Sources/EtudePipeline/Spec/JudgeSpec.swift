public import EtudeCore
import EtudeIngest

/// How drafts are judged.
public struct JudgeSpec: Sendable {
    /// The model blocks of the judges, in panel order.
    public var panel: [String]
    /// How often each judge marks a draft.
    public var rounds: Int
    /// A shipped rubric by name, or a folder.
    public var rubric: String
    /// Which marks make a row.
    public var accept: AcceptRule

    init(_ reader: YAMLReader?, models: [ModelSpec]) throws(EtudeError) {
        var reader = reader
        panel = try reader?.strings("panel") ?? ["judge"]
        rounds = try reader?.int("rounds") ?? 1
        rubric = try reader?.string("rubric") ?? "skill-mix"
        let rule = try reader?.string("accept") ?? AcceptRule.fullMarks.text
        do {
            accept = try AcceptRule(parsing: rule)
        } catch {
            throw reader?.failure("accept", error.message) ?? error
        }
        guard let reader else { return }
        for name in panel where !models.contains(where: { $0.name == name }) {
            throw reader.failure(
                "panel",
                "There is no model block `\(name)`; blocks are \(models.map(\.name).joined(separator: ", "))."
            )
        }
        guard !panel.isEmpty else { throw reader.failure("panel", "At least one judge is needed.") }
        guard (1...99).contains(rounds) else { throw reader.failure("rounds", "Rounds should be from 1 to 99.") }
        try reader.refuseUnknownKeys()
    }
}
