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
    /// The file in which a person labelled rows of an earlier release, relative to the pipeline file.
    public var audit: String?
    /// The share of judged drafts on which the judges are measured, from 0 to 1.
    ///
    /// Each of them is put to all ballots, and a probe is made of it. No row depends on it, and neither does the plan's hash.
    public var probes: Double

    /// How many ballots a draft can have.
    public var ballots: Int { panel.count * rounds }

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
        audit = try reader?.string("audit")
        probes = try reader?.double("probes") ?? 0
        guard let reader else { return }
        for name in panel where !models.contains(where: { $0.name == name }) {
            throw reader.failure(
                "panel",
                "There is no model block `\(name)`; blocks are \(models.map(\.name).joined(separator: ", "))."
            )
        }
        guard !panel.isEmpty else { throw reader.failure("panel", "At least one judge is needed.") }
        guard (1...99).contains(rounds) else { throw reader.failure("rounds", "Rounds should be from 1 to 99.") }
        guard (0...1).contains(probes) else {
            throw reader.failure("probes", "The share of drafts that are measured should be from 0 to 1, such as 0.02.")
        }
        try reader.refuseUnknownKeys()
    }
}
