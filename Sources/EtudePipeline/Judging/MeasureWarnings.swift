import EtudeCore
import EtudePublish

/// What of a measure a reader should not pass over.
enum MeasureWarnings {
    /// Agreement below which marks say little: the lower limit of "moderate" (Landis and Koch 1977).
    static let leastAlpha = 0.4
    /// The share of faults that judges should catch at least.
    static let leastCatchRate = 0.8

    /// Sentences, each with the number that is behind it.
    static func of(_ record: JudgingRecord) -> [String] {
        let disagreeing = record.agreement.compactMap { record -> String? in
            guard let alpha = record.alpha, alpha.value < leastAlpha else { return nil }
            return "The ballots on \(record.criterion) agree little beyond chance: alpha is \(alpha.text)."
        }
        let missing = record.probes.compactMap { probe -> String? in
            // Said only where so few caught are no accident.
            guard let rate = Estimate(probe.caughtByJudges), let interval = rate.interval,
                interval.upper < leastCatchRate
            else { return nil }
            return "Of the fault \(probe.kind) the judges catch a share of \(rate.text) only."
        }
        return disagreeing + missing
    }
}
