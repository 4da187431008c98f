import EtudeCore
import EtudeJudge

/// Judges' marks beside a person's, gathered in any order.
struct CalibrationMarks {
    /// What stands for the accept rule among the criteria.
    static let accepted = "accepted"
    /// What stands for all criteria of a skill.
    static let skill = "skill"

    private var byLine: [Int: [LabelledMark]] = [:]

    /// The marks in the order of their lines.
    var inOrder: [LabelledMark] { byLine.sorted { $0.key < $1.key }.flatMap(\.value) }

    /// Adds the marks of a text that a person labelled.
    ///
    /// Whether the text should be accepted follows from the labels where all criteria have one and nothing else is said.
    mutating func add(_ line: Int, _ text: LabelledText, _ judged: JudgedText, rule: AcceptRule) {
        let item = text.submitted.id
        var marks: [LabelledMark] = []
        for mark in judged.verdict.marks {
            guard let human = text.labels[mark.criterion] else { continue }
            marks.append(
                LabelledMark(item: item, criterion: Self.name(mark.criterion), human: human, judge: mark.outcome)
            )
        }
        if let human = text.accepted ?? Self.accepted(text.labels, judged.verdict, rule) {
            marks.append(
                LabelledMark(item: item, criterion: Self.accepted, human: human, judge: judged.acceptance)
            )
        }
        byLine[line] = marks
    }

    private static func accepted(_ labels: [Criterion: Bool], _ verdict: Verdict, _ rule: AcceptRule) -> Bool? {
        var marks: [Mark] = []
        for mark in verdict.marks {
            guard let isMet = labels[mark.criterion] else { return nil }
            marks.append(Mark(mark.criterion, isMet ? .pass : .fail, votes: Mark.Votes()))
        }
        return rule.accepts(marks)
    }

    /// The skills are measured together, since each stands in but a few texts.
    private static func name(_ criterion: Criterion) -> String {
        if case .skill = criterion { skill } else { criterion.name }
    }
}
