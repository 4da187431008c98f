import EtudeCore
import EtudeIngest
import EtudeJudge
import EtudePrompt
import EtudeSample

extension PipelinePlan {
    /// The rubric of a pipeline, known to be one that its judges can mark by.
    static func rubric(_ spec: PipelineSpec) throws(EtudeError) -> Rubric {
        let rubric = try spec.placing(at: "judge.rubric") { () throws(EtudeError) in
            try RubricReader.rubric(
                spec.judge.rubric,
                language: spec.generate.language,
                relativeTo: spec.folder,
                admitting: spec.admit
            )
        }
        try CodeMarks.requireChecks(of: rubric)
        let modelsOwn = rubric.criteria.filter { rubric.ownIDs.contains($0.id) && $0.decision == .model }
        let builtIn = spec.judge.panel.first { spec.model($0)?.provider == .builtin }
        if let own = modelsOwn.first, let builtIn {
            throw EtudeError(
                .config,
                "The judge `\(builtIn)` is built in and marks SKILL-MIX's criteria only, and the rubric has `\(own.id)`; name a "
                    + "model that can read it.",
                at: Place(file: spec.file, key: "judge.panel")
            )
        }
        return rubric
    }

    /// Refuses an accept rule that names no criterion of the rubric, or says the same of every verdict.
    func refuseAcceptRule() throws(EtudeError) {
        let rule = spec.judge.accept
        try spec.placing(at: "judge.accept") { () throws(EtudeError) in
            try rule.requireCriteria(rubric.ids)
            for cell in cells.map(\.cell) where !isRequest(cell) {
                let criteria = Criterion.all(rubric.ids, skills: (0..<cell.k).map(String.init))
                guard let decision = rule.decision(over: criteria.map { ($0, Set(Mark.Outcome.allCases)) }) else {
                    continue
                }
                throw EtudeError(
                    .config,
                    "The accept rule `\(rule)` \(decision ? "accepts" : "refuses") every verdict on \(cell.k) skills; mend it."
                )
            }
        }
    }
}
