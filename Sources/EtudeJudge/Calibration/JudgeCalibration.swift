public import EtudeCore

/// How good a judge is, by marks that a person labelled, and the pass rate that is left when its errors are taken out.
///
/// Labels should be of texts drawn without looking at the judge's marks: labels of accepted texts alone show its false passes
/// and hide its false fails.
public struct JudgeCalibration: Sendable, Hashable {
    /// The marks of all criteria together.
    public let all: CalibrationMeasure
    /// Each criterion by itself, in the order in which they first came.
    public let criteria: [CalibrationMeasure]

    /// Measures a judge.
    ///
    /// - Parameters:
    ///   - marks: its marks with their labels.
    ///   - observed: by criterion, how often the judge passed texts without labels; their corrected rate is wanted.
    ///   - seed: what the draws of the bootstrap follow from.
    ///   - resamples: how often items are drawn.
    public init(
        marks: [LabelledMark],
        observed: [String: BinomialSample] = [:],
        seed: Seed,
        resamples: Int = 2000
    ) {
        var names: [String] = []
        for mark in marks where !names.contains(mark.criterion) { names.append(mark.criterion) }
        let byCriterion = Dictionary(grouping: marks, by: \.criterion)
        criteria = names.map { name in
            CalibrationMeasure(
                criterion: name,
                marks: byCriterion[name] ?? [],
                observed: observed[name],
                seed: seed.child("calibration", name),
                resamples: resamples
            )
        }
        all = CalibrationMeasure(
            criterion: nil,
            marks: marks,
            observed: names.count == 1 ? observed[names[0]] : nil,
            seed: seed.child("calibration"),
            resamples: resamples
        )
    }

    /// `{"all", "criteria"}`.
    public var json: JSONValue {
        ["all": all.json, "criteria": .array(criteria.map(\.json))]
    }

    /// For people, a line for each criterion and one for all.
    public var text: String {
        ((criteria.count == 1 ? [] : criteria) + [all]).map(\.text).joined(separator: "\n")
    }
}
