public import EtudeCore

/// How good a judge is, by marks that a person labelled, and the pass rate that is left when its errors are taken out.
///
/// Labels should be of texts drawn without looking at the judge's marks: labels of accepted texts alone show its false passes
/// and hide its false fails.
public struct JudgeCalibration: Sendable, Hashable {
    /// The marks of all criteria together; where there is one criterion, that one.
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
        func measure(_ name: String?, _ marks: [LabelledMark]) -> CalibrationMeasure {
            CalibrationMeasure(
                criterion: name,
                marks: marks,
                observed: name.flatMap { observed[$0] },
                seed: name.map { seed.child("calibration", $0) } ?? seed.child("calibration"),
                resamples: resamples
            )
        }
        criteria = names.map { measure($0, byCriterion[$0] ?? []) }
        all = criteria.count == 1 ? criteria[0] : measure(nil, marks)
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
