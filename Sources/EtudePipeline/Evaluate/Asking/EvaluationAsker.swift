import EtudeCore
import EtudeFlow
import EtudeJudge
import EtudeModel

/// Asks students for texts and judges for gradings, one text at a time.
struct EvaluationAsker: Sendable {
    /// What asking came to.
    struct Asked: Sendable {
        let item: EvaluationItem
        /// The text; nil where an answer is missing, and a later evaluation has to ask again.
        let text: GradedText?
        /// What did not answer as it should, by its words.
        let troubles: [EvaluationTrouble]
    }

    private let students: [String: StudentWriter]
    private let graders: [TextGrader]

    /// The students and judges of an evaluation.
    ///
    /// - Throws: ``EtudeError`` for a block, template or rubric that is wrong.
    init(_ session: ModelSession, hasMarkers: Bool) throws {
        let spec = session.plan.spec.evaluate
        students = Dictionary(
            uniqueKeysWithValues: try spec.students.map {
                ($0, try StudentWriter($0, in: session, hasMarkers: hasMarkers))
            }
        )
        graders = try spec.judges.map { try TextGrader($0, in: session) }
    }

    /// Asks for a text and has it graded; a text that is empty is put to no judge.
    func ask(_ item: EvaluationItem) async throws -> Asked {
        do {
            return try await answer(item)
        } catch is StoppedError {
            return Asked(item: item, text: nil, troubles: [])
        } catch let failure as ModelFailure where failure.kind == .notRecorded {
            return Asked(item: item, text: nil, troubles: [])
        } catch is GivenUp {
            return Asked(item: item, text: nil, troubles: [])
        }
    }

    private func answer(_ item: EvaluationItem) async throws -> Asked {
        guard let student = students[item.student] else {
            throw EtudeError(.fault, "Nobody asks the student `\(item.student)`.")
        }
        let writing = try await student.write(item.question, generation: item.generation)
        if let absence = writing.absence {
            let trouble = EvaluationTrouble(block: item.student, kind: .noText, reason: absence)
            return Asked(item: item, text: item.graded("", []), troubles: [trouble])
        }
        var gradings: [GradedText.Grading] = []
        var troubles: [EvaluationTrouble] = []
        for grader in graders {
            let graded = try await grader.grade(writing.text, of: item)
            gradings += graded.gradings
            if let failure = graded.failure {
                troubles.append(EvaluationTrouble(block: grader.judge, kind: .noMarks, reason: failure))
            }
        }
        return Asked(item: item, text: item.graded(writing.text, gradings), troubles: troubles)
    }
}

/// An answer that was of no use.
struct EvaluationTrouble: Sendable, Hashable {
    /// What is missing for it.
    enum Kind: Sendable, Hashable {
        /// A student's text.
        case noText
        /// A judge's marks.
        case noMarks
    }

    /// The model block.
    let block: String
    /// What is missing.
    let kind: Kind
    /// Why, as a code.
    let reason: String
}
