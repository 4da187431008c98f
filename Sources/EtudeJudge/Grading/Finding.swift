import EtudeCore

/// One place of a judge's answer that gives a criterion points.
struct Finding: Equatable {
    /// The criterion.
    let criterion: Criterion
    /// The points, unknown where there are none that can be read.
    let outcome: Mark.Outcome
}
