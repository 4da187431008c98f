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
            guard let other = spec.model(name), other.provider != .builtin, judge.provider != .builtin else {
                return nil
            }
            if other.modelID == judge.modelID {
                return "\(judge.name) is the model of \(role) \(name): models favour what they wrote themselves."
            }
            return ModelFamily.shared(judge, other).map { family in
                "\(judge.name) and \(role) \(name) are of one family, \(family): models favour what their family wrote."
            }
        }
    }
}
