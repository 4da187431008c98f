import EtudeCore
import EtudeJudge
import EtudePublish

/// What the ballots say of one kind of criterion: all skills, the topic, the sense, or one of a rubric's own.
struct CriterionMeasure {
    private var rated: RatedItems
    private var abstentions = BinomialSample()

    /// Nothing yet.
    ///
    /// - Parameter raters: how many ballots a text can have.
    init(raters: Int) {
        rated = RatedItems(raters: raters, categories: 2)
    }

    /// Takes the votes on one text.
    ///
    /// - Parameter marks: for each criterion of the kind the votes in the order of the ballots.
    mutating func add(_ marks: [[Mark.Outcome]]) {
        rated.add(RatingTable(raters: rated.total.raters, items: marks))
        abstentions.trials += marks.map(\.count).reduce(0, +)
        abstentions.successes += marks.map { $0.count { $0 == .unknown } }.reduce(0, +)
    }

    /// What was measured.
    func record(_ criterion: String, seed: Seed) -> AgreementRecord {
        let raters = rated.total.raters
        let agreement = raters > 1 ? Agreement(rated, seed: seed.child(criterion)) : nil
        return AgreementRecord(
            criterion: criterion,
            texts: agreement?.items ?? 0,
            percent: agreement?.percent,
            cohensKappa: raters == 2 ? agreement?.kappa : nil,
            fleissKappa: raters == 2 ? nil : agreement?.kappa,
            alpha: agreement?.alpha,
            abstentions: abstentions
        )
    }
}
