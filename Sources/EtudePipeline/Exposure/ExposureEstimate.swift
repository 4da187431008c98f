import EtudeCore
import EtudeCurate
import EtudeJudge
import EtudeSample

/// What the exposure audit is expected to take, by rough counts: four bytes of a prompt are a token, and a text has one skill
/// listed that is then confirmed.
struct ExposureEstimate {
    /// The texts to be audited.
    let texts: Int
    /// Calls to all judges.
    let calls: Int
    /// The tokens of one judge.
    let tokens: CellEstimate.Tokens

    /// An estimate; nil where nothing is audited.
    init?(_ plan: PipelinePlan) {
        guard plan.audit != nil, PipelinePlan.reasonAgainstAudit(plan.facts) == nil else { return nil }
        let spec = plan.spec.exposure
        func rows(_ cells: [Cell], atMost limit: Int) -> Int {
            Dictionary(cells.map { ($0.k, $0.rows) }, uniquingKeysWith: +).values.map { min($0, limit) }.reduce(0, +)
        }
        let written = plan.cells.map(\.cell).filter { !plan.isRequest($0) }
        let probes = written.filter { plan.facts.split($0.split)?.skills != .train }
        texts =
            rows(written.filter(plan.isAudited), atMost: spec.mode == .drop ? .max : spec.sample)
            + rows(probes, atMost: spec.probes) + plan.heldOutSkills.count { $0.counterexample != nil }
        let lists = ExposureAudit.lists(of: plan.heldOutSkills.count)
        calls = texts * (lists + 1) * plan.spec.judge.panel.count
        let words = plan.heldOutSkills.map { $0.id.utf8.count + $0.name.utf8.count + $0.definition.utf8.count }
        // A question is about 350 tokens and a text about 100; a list is about 20, a quote with its verdict about 50.
        tokens = CellEstimate.Tokens(
            input: texts * ((lists + 1) * 450 + words.reduce(0, +) / 4 + 150),
            output: texts * (lists * 20 + 50)
        )
    }
}
