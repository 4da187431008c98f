/// Says where a judge of an evaluation may be partial.
struct JudgeIndependence {
    private let spec: PipelineSpec

    /// The judges of a pipeline's evaluation.
    init(_ spec: PipelineSpec) {
        self.spec = spec
    }

    /// A sentence for each judge that filtered the data, or is of the teacher's or a student's family.
    var warnings: [String] {
        let judges = spec.evaluate.judges.compactMap(spec.model)
        let panel = spec.judge.panel.compactMap(spec.model).map(\.modelID)
        return judges.flatMap { judge in
            let sat =
                panel.contains(judge.modelID)
                ? [
                    "\(judge.name) sat in the panel that filtered the training data: a student may have learnt its taste."
                ]
                : []
            return sat + relatives(of: judge)
        }
    }

    private func relatives(of judge: ModelSpec) -> [String] {
        let others = [("the teacher", spec.generate.model)] + spec.evaluate.students.map { ("the student", $0) }
        return others.compactMap { role, name in
            guard let other = spec.model(name), other.provider != .builtin, other.modelID == judge.modelID else {
                return nil
            }
            return "\(judge.name) is of the same family as \(role) \(name): models favour what their family writes."
        }
    }
}
