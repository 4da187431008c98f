import EtudeCore
import EtudeCurate

extension PipelineRun {
    /// The report of a run whose release is published, once the near-duplicate index holds all releases.
    ///
    /// The release is published whatever becomes of the index, which can be made from it at any time.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - folder: the output folder.
    ///   - isNew: whether this run has published the release.
    /// - Returns: the report, with what there is to say of the index.
    /// - Throws: `CancellationError`.
    func indexed(_ report: RunReport, in folder: OutputFolder, isNew: Bool) async throws -> RunReport {
        guard report.release != nil else { return report }
        var report = report
        do {
            report.notes += try await SignatureIndexStore(output: folder.path, near: plan.spec.deduplicate.near)
                .repair(try folder.ledger().releases, published: isNew ? report.digest : nil)
        } catch let error as EtudeError {
            report.notes.append("The near-duplicate index is not complete, and is tried again later: \(error)")
        }
        return report
    }
}
