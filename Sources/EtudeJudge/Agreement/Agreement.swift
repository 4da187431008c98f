public import EtudeCore

/// How far raters agree, by every measure that applies, with bootstrap intervals by item.
public struct Agreement: Sendable, Hashable {
    /// Items that two raters or more rated at least once.
    public let items: Int
    /// The share of agreeing pairs.
    public let percent: Estimate?
    /// Cohen's kappa of two raters, Fleiss' of more.
    public let kappa: Estimate?
    /// Krippendorff's alpha.
    public let alpha: Estimate?

    /// Measures how far raters agree.
    ///
    /// - Parameters:
    ///   - items: what they said.
    ///   - seed: what the draws of the bootstrap follow from.
    ///   - resamples: how often items are drawn.
    public init(_ items: RatedItems, seed: Seed, resamples: Int = 2000) {
        self.items = zip(items.kinds, items.counts).map { $0.pairedItems > 0 ? $1 : 0 }.reduce(0, +)
        let kappa = items.total.raters == 2 ? CohensKappa.of : FleissKappa.of
        let estimates = items.estimates(
            seed: seed,
            resamples: resamples,
            of: [PercentAgreement.of, kappa, KrippendorffAlpha.of]
        )
        percent = estimates[0]
        self.kappa = estimates[1]
        alpha = estimates[2]
    }
}
