import EtudeCore
import EtudeJudge

/// One text that is asked for: a student's answer to a question in one generation.
struct EvaluationItem: Sendable {
    /// The model block of the student.
    let student: String
    /// The setting and k.
    let cell: EvaluationCell
    /// The number of the question in its cell.
    let number: Int
    /// The number of the text among those of its question.
    let generation: Int

    /// The question.
    var question: EvaluationQuestion { cell.questions[number] }

    /// The text with its gradings, as records have it.
    func graded(_ text: String, _ gradings: [GradedText.Grading]) -> GradedText {
        GradedText(
            student: student,
            setting: cell.setting,
            k: cell.k,
            combination: number,
            generation: generation,
            skills: question.assignment.skills.map(GradedText.Skill.init),
            topic: question.assignment.topic.name,
            sentenceLimit: question.assignment.sentenceLimit,
            text: text,
            gradings: gradings
        )
    }
}
