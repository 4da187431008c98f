import EtudeCore
import EtudeJudge
import EtudeSample

/// Refuses drafts for training that show a held-out skill, where the pipeline drops them.
struct ExposureFilter: Sendable {
    private let plan: PipelinePlan
    private let audit: ExposureAudit

    /// The filter of a plan; nil where it lets everything pass.
    init?(_ plan: PipelinePlan, models: ModelFactory) throws {
        guard plan.spec.exposure.mode == .drop, let audit = try plan.exposureAudit(models) else { return nil }
        self.plan = plan
        self.audit = audit
    }

    /// The held-out skills that a draft shows, as a reason's detail; nil where it shows none or is not for training.
    func refusal(of text: String, _ candidate: Candidate) async throws -> String? {
        guard plan.isAudited(plan.cells[candidate.cell].cell) else { return nil }
        let exposure = try await audit.exposure(of: text, seed: candidate.seed)
        return exposure.isShown ? exposure.shown.joined(separator: Self.separator) : nil
    }

    /// The skills that a detail names.
    static func skills(in detail: String) -> [String] { detail.split(separator: separator).map(String.init) }

    private static let separator = ", "
}
