import EtudeCore

/// How a rubric words the criteria of an assignment.
struct CriterionLabel {
    /// What is marked.
    let assignment: Assignment
    /// The rubric's language; others than Korean have English labels.
    let language: String

    /// The label of a criterion.
    func text(of criterion: Criterion) -> String {
        language == "ko" ? korean(criterion) : english(criterion)
    }

    /// The sentence limit as the rubric's language writes it before "sentences".
    var sentenceLimit: String {
        language == "ko" ? String(assignment.sentenceLimit) : NumberWords.english(assignment.sentenceLimit)
    }

    private func english(_ criterion: Criterion) -> String {
        switch criterion {
        case .skill(let id): "Correctly illustrates \(name(ofSkill: id))"
        case .topic: "Pertains to \(assignment.topic.name)"
        case .sense: "Text makes sense"
        case .sentenceLimit: "At most \(sentenceLimit) \(assignment.sentenceLimit == 1 ? "sentence" : "sentences")"
        }
    }

    private func korean(_ criterion: Criterion) -> String {
        switch criterion {
        case .skill(let id): "“\(name(ofSkill: id))”을(를) 바르게 보여 줌"
        case .topic: "“\(assignment.topic.name)”에 관한 글임"
        case .sense: "글의 뜻이 통함"
        case .sentenceLimit: "최대 \(sentenceLimit)문장"
        }
    }

    private func name(ofSkill id: String) -> String {
        assignment.skills.first { $0.id == id }?.name ?? id
    }
}
