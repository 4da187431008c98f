import EtudeCore
import EtudeText

/// The words in which judges name criteria.
enum CriterionNames {
    /// Words that rubrics and judges put around a name, folded and singular.
    static let fillers: Set<String> = Set(
        Folding.nameWords(
            """
            a an the of in is to for it this that correctly correct successfully properly illustrates illustration
            contains contain shows show demonstrates demonstration demonstrated uses use usage presence pertains pertain
            relates related student students writer text answer response piece skill skills criterion criteria concept
            을 를 에 의 이 가 은 는 개념 기술 글 글의 글임 글이 관한 바르게 올바르게 보여 줌
            """
        )
    )

    /// The names of a criterion: the rubric's labels in every language, and what judges shorten them to.
    static func names(of criterion: Criterion, in assignment: Assignment) -> [String] {
        let labels = ["en", "ko"].map { CriterionLabel(assignment: assignment, language: $0).text(of: criterion) }
        return labels + shorter(criterion, assignment)
    }

    private static func shorter(_ criterion: Criterion, _ assignment: Assignment) -> [String] {
        switch criterion {
        case .skill(let id):
            assignment.skills.filter { $0.id == id }.flatMap(names)
        case .topic:
            NameForms.of(assignment.topic).flatMap { [$0, "pertains to \($0)"] }
                + ["pertains to topic", "pertains to the topic", "on topic", "주제에 맞음"]
        case .sense:
            ["makes sense", "sense", "뜻이 통함"]
        case .sentenceLimit:
            sentenceLimits(assignment.sentenceLimit)
        }
    }

    /// A skill's names, also without the parenthesis in the name.
    ///
    /// In a grading only the skills of one assignment can be meant, so what stands before a parenthesis will do.
    private static func names(of skill: Skill) -> [String] {
        NameForms.of(skill) + [skill.id, String(skill.name.prefix { !"([".contains($0) })]
    }

    private static func sentenceLimits(_ limit: Int) -> [String] {
        [String(limit), NumberWords.english(limit)].flatMap { number in
            [
                "at most \(number) sentences", "no more than \(number) sentences", "up to \(number) sentences",
                "maximum of \(number) sentences", "\(number) sentences or fewer",
            ]
        } + ["sentence limit", "최대 \(limit) 문장"] + (limit == 1 ? ["최대 한 문장"] : [])
    }
}
