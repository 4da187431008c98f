import EtudeCore
import EtudeJudge

extension GradedText {
    /// A text of three skills, "metaphor", "red herring" and "modus ponens", whose gradings are letters in the rubric's order.
    ///
    /// - Parameters:
    ///   - gradings: for each grading six letters: p, f or u.
    ///   - judge: the judge of all of them.
    ///   - student: the student.
    ///   - combination: the number of the question.
    ///   - generation: the number of the text.
    ///   - text: the text; of one sentence without another.
    /// - Returns: the text.
    static func written(
        _ gradings: [String],
        judge: String = "judge",
        student: String = "student",
        combination: Int = 0,
        generation: Int = 0,
        text: String = "The needle is a minnow."
    ) -> GradedText {
        let names = ["metaphor", "red herring", "modus ponens"]
        var result = GradedText(
            student: student,
            setting: "",
            k: 3,
            combination: combination,
            generation: generation,
            skills: names.map { Skill(id: String($0.map { $0 == " " ? "-" : $0 }), names: [$0]) },
            topic: "Sewing",
            text: text,
            gradings: []
        )
        result.gradings = gradings.enumerated().map { round, letters in
            Grading(judge: judge, round: round, marks: marks(letters, of: result.criteria))
        }
        return result
    }

    private static func marks(_ letters: String, of criteria: [Criterion]) -> [Criterion: Mark.Outcome] {
        let outcomes: [Character: Mark.Outcome] = ["p": .pass, "f": .fail, "u": .unknown]
        return Dictionary(uniqueKeysWithValues: zip(criteria, letters).map { ($0, outcomes[$1] ?? .unknown) })
    }
}
