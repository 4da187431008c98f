import EtudeCore
import EtudePublish
import EtudeStore

/// How often the panel of a pipeline passed the drafts of its current release.
struct PassRate {
    /// The drafts that the judges accepted, of those that they decided.
    let sample: BinomialSample

    /// The rate of the release that `current` names; nil where there is none of the same plan.
    init?(_ plan: PipelinePlan) throws(EtudeError) {
        let link = "\(plan.spec.output.directory)/current"
        guard try RealFileSystem().kind(of: link) != nil else { return nil }
        let manifest = try ReleaseReader(link).manifest()
        guard manifest.planHash == plan.hash else { return nil }
        var sample = BinomialSample()
        for books in manifest.books {
            let dropped = Self.afterJudging.map { books.rejected[$0.code] ?? 0 }.reduce(0, +)
            let passed = books.accepted + books.nearDuplicates + dropped
            sample.successes += passed
            sample.trials += passed + (books.rejected[RejectionReason.marks.code] ?? 0)
        }
        guard sample.trials > 0 else { return nil }
        self.sample = sample
    }

    /// Why a draft that the judges accepted may not become a row.
    private static let afterJudging: [RejectionReason] = [
        .namesOtherSide, .exactDuplicate, .nearDuplicate, .nearMeaning,
    ]
}
