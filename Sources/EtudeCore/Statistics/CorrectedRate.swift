/// The true rate behind an observed one, given how often the observer is right (Rogan and Gladen 1978).
///
/// The interval is that of Lang and Reiczigel (2014), which counts the doubt about the observer too.
public struct CorrectedRate: Sendable, Hashable {
    /// The estimate, from 0 to 1; nil where the observer is no better than chance and nothing can be told.
    public let estimate: Double?
    /// The interval, from 0 to 1; all of it where nothing can be told.
    public let interval: ConfidenceInterval

    /// Corrects a rate.
    ///
    /// - Parameters:
    ///   - observed: how often the observer said yes.
    ///   - sensitivity: how often it said yes where yes is right.
    ///   - specificity: how often it said no where no is right.
    ///   - confidence: two-sided.
    public init(
        observed: BinomialSample,
        sensitivity: BinomialSample,
        specificity: BinomialSample,
        confidence: Double = 0.95
    ) {
        let nothing = ConfidenceInterval(lower: 0, upper: 1)
        guard let share = observed.share, let right = sensitivity.share, let wrong = specificity.share,
            right + wrong > 1
        else {
            (estimate, interval) = (nil, nothing)
            return
        }
        estimate = min(1, max(0, (share + wrong - 1) / (right + wrong - 1)))
        let z = NormalDistribution.quantile(1 - (1 - confidence) / 2)
        // The samples with the few imagined trials added that keep the interval honest near 0 and 1.
        let trials = Double(observed.trials) + z * z
        let rate = (Double(observed.successes) + z * z / 2) / trials
        let (yes, yesTrials) = Self.padded(sensitivity)
        let (no, noTrials) = Self.padded(specificity)
        let skill = yes + no - 1
        guard skill > 0 else {
            interval = nothing
            return
        }
        let centre = (rate + no - 1) / skill
        let ofYes = yes * (1 - yes) / yesTrials
        let ofNo = no * (1 - no) / noTrials
        let variance =
            (rate * (1 - rate) / trials + centre * centre * ofYes + (1 - centre) * (1 - centre) * ofNo)
            / (skill * skill)
        let shift = 2 * z * z * (centre * ofYes - (1 - centre) * ofNo)
        let reach = z * variance.squareRoot()
        interval = ConfidenceInterval(
            lower: min(1, max(0, centre + shift - reach)),
            upper: min(1, max(0, centre + shift + reach))
        )
    }

    private static func padded(_ sample: BinomialSample) -> (share: Double, trials: Double) {
        let trials = Double(sample.trials) + 2
        return ((Double(sample.successes) + 1) / trials, trials)
    }
}
