import EtudeCore
import EtudeCurate
import EtudeJudge
import EtudePrompt

extension PipelinePlan {
    /// The shipped questions of the audit.
    static let auditName = "exposure"

    /// The templates of the exposure audit, where the pipeline wants one.
    static func auditTemplates(_ spec: PipelineSpec) throws(EtudeError) -> TemplateSet? {
        guard spec.exposure.mode != .off else { return nil }
        return try spec.placing(at: "exposure") { () throws(EtudeError) in
            try TemplateLibrary.load(
                auditName,
                language: spec.generate.language,
                relativeTo: spec.folder,
                shelf: .rubrics
            )
        }
    }

    /// Says where an audit that is wanted has nothing to look for, or nothing to look at.
    static func exposureWarnings(_ spec: PipelineSpec, _ facts: ReleaseFacts) -> [Diagnostic] {
        guard spec.exposure.mode != .off, let reason = reasonAgainstAudit(facts) else { return [] }
        let place = Place(file: spec.file, key: "exposure")
        return [Diagnostic(.warning, rule: "no-exposure-audit", "Exposure is not audited: \(reason)", at: place)]
    }

    /// Why no audit is possible, as a sentence; nil where one is.
    static func reasonAgainstAudit(_ facts: ReleaseFacts) -> String? {
        if facts.heldOutSkills.isEmpty { return "no skill is held out." }
        if !facts.splits.contains(where: \.isTraining) { return "no split is for training." }
        return nil
    }

    /// The held-out skills, in the catalog's order.
    var heldOutSkills: [Skill] { catalog.skills.filter { facts.heldOutSkills.contains($0.id) } }

    /// Whether a cell's texts are for training, and so are audited.
    func isAudited(_ cell: Cell) -> Bool { facts.split(cell.split)?.isTraining == true }

    /// The panel's audit for held-out skills; nil where the pipeline wants none, or none is possible.
    func exposureAudit(_ models: ModelFactory) throws -> ExposureAudit? {
        guard let audit, Self.reasonAgainstAudit(facts) == nil else { return nil }
        return try ExposureAudit(
            judges: try models.seats(spec.judge.panel),
            templates: audit,
            skills: heldOutSkills
        )
    }
}
