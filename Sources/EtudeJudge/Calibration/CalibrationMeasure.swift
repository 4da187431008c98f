public import EtudeCore

/// How good a judge is on one criterion, or on all together.
public struct CalibrationMeasure: Sendable, Hashable {
    /// The criterion; nil for all together.
    public let criterion: String?
    /// How many items have a label.
    public let items: Int
    /// Judge beside person.
    public let matrix: ConfusionMatrix
    /// Cohen's kappa of judge and person, its interval by a bootstrap of items; abstentions are left out.
    public let kappa: Estimate?
    /// How often the judge passed texts without labels; nil where none were given.
    public let observed: BinomialSample?
    /// The share of texts that should pass.
    ///
    /// Of texts without labels it is the observed share, corrected (``CorrectedRate``). Without such texts it is the share of the
    /// labelled ones that a person passes, with its Wilson interval: the correction of a sample by its own labels gives just
    /// that. Nil for the marks of several criteria together, which hang together too much for either interval, and where
    /// nothing can be told.
    public let passRate: Estimate?

    /// Measures a judge by marks of one criterion, or of all.
    init(criterion: String?, marks: [LabelledMark], observed: BinomialSample?, seed: Seed, resamples: Int) {
        self.criterion = criterion
        self.observed = observed
        var matrix = ConfusionMatrix()
        var names: [String] = []
        var tables: [String: RatingTable] = [:]
        for mark in marks {
            matrix.add(mark)
            if tables[mark.item] == nil { names.append(mark.item) }
            tables[mark.item, default: RatingTable(raters: 2, categories: 2)]
                .add([mark.human ? 1 : 0, RatingTable.rating(of: mark.judge)])
        }
        var rated = RatedItems(raters: 2, categories: 2)
        for name in names { if let table = tables[name] { rated.add(table) } }
        self.matrix = matrix
        items = names.count
        kappa = rated.estimates(seed: seed, resamples: resamples, of: [CohensKappa.of])[0]
        passRate = criterion == nil ? nil : Self.passRate(matrix, observed)
    }

    private static func passRate(_ matrix: ConfusionMatrix, _ observed: BinomialSample?) -> Estimate? {
        guard let observed else { return Estimate(matrix.humanPasses) }
        let corrected = CorrectedRate(
            observed: observed,
            sensitivity: matrix.sensitivity,
            specificity: matrix.specificity
        )
        return corrected.estimate.map { Estimate($0, interval: corrected.interval) }
    }

    /// One object with a key for every member; what is undefined is null.
    public var json: JSONValue {
        [
            "criterion": criterion.map(JSONValue.string) ?? .null,
            "items": .int(items),
            "true_passes": .int(matrix.truePasses),
            "false_passes": .int(matrix.falsePasses),
            "false_fails": .int(matrix.falseFails),
            "true_fails": .int(matrix.trueFails),
            "abstentions": .int(matrix.abstentions),
            "kappa": kappa?.json ?? .null,
            "precision": Estimate(matrix.precision)?.json ?? .null,
            "recall": Estimate(matrix.sensitivity)?.json ?? .null,
            "sensitivity": Estimate(matrix.sensitivity)?.json ?? .null,
            "specificity": Estimate(matrix.specificity)?.json ?? .null,
            "observed_pass_rate": observed?.share.map(JSONValue.double) ?? .null,
            "pass_rate": passRate?.json ?? .null,
        ]
    }

    /// For people, one line.
    public var text: String {
        let passes = [
            ("kappa", kappa), ("precision", Estimate(matrix.precision)),
            ("recall (sensitivity)", Estimate(matrix.sensitivity)), ("specificity", Estimate(matrix.specificity)),
            (observed == nil ? "pass rate by the labels" : "pass rate corrected", passRate),
        ]
        let counts =
            "\(criterion ?? "all"): \(items) items, \(matrix.abstentions) abstentions, judge and person "
            + "pass \(matrix.truePasses), judge alone \(matrix.falsePasses), person alone \(matrix.falseFails), "
            + "neither \(matrix.trueFails)"
        return ([counts] + passes.map { "\($0) \($1?.text ?? "undefined")" }).joined(separator: "; ")
    }
}
