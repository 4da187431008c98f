import EtudeCore
import EtudePrompt
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

    /// What finds the names of a criterion.
    ///
    /// They follow from the skill alone, from the topic alone, or from the number of sentences alone.
    static func matcher(of criterion: Criterion, in assignment: Assignment) -> NameMatcher {
        func make() -> NameMatcher {
            NameMatcher(
                names(of: criterion, in: assignment).map { NameMatcher.Name(owner: criterion.name, form: $0) }
            )
        }
        switch criterion {
        case .skill(let id):
            guard let skill = assignment.skills.first(where: { $0.id == id }) else { return make() }
            return skills.value(for: skill, make)
        case .topic: return topics.value(for: assignment.topic, make)
        case .sense: return sentences.value(for: Limit(id: nil), make)
        case .sentenceLimit: return sentences.value(for: Limit(id: assignment.sentenceLimit), make)
        case .other(let id): return NameMatcher([NameMatcher.Name(owner: id, form: id)])
        }
    }

    private static let skills = EntryMemo<Skill, NameMatcher>()
    private static let topics = EntryMemo<Topic, NameMatcher>()
    private static let sentences = EntryMemo<Limit, NameMatcher>()

    /// What is asked of the sentences: at most so many of them, or, without a number, that they make sense.
    private struct Limit: Identifiable, Equatable {
        let id: Int?
    }

    /// The names of a criterion: what judges call it in any rubric and language.
    static func names(of criterion: Criterion, in assignment: Assignment) -> [String] {
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
        case .other: []
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
        } + ["sentence limit", "최대 \(limit) 문장", "최대 \(limit)문장"] + (limit == 1 ? ["최대 한 문장"] : [])
    }
}
