import EtudeCore
import EtudeJudge
import EtudeText

/// Makes graded texts of the records of SKILL-MIX runs.
///
/// A record is `run, model, k, skills, topic, messages, texts, gradings`; of its texts the last, written in the last turn, is
/// the one that was graded. Marks are read again from each grading's `response`, by the criteria's names; the points that the
/// original code read are not used. The records do not number their questions: those of the same skills and topic are one
/// combination, and its texts by the same model in several runs are its generations. A run that asks a question twice has drawn
/// it twice, as two combinations.
struct SkillMixRuns {
    /// What a record answers.
    private struct Question: Hashable {
        let k: Int
        let skills: [String]
        let topic: String
        /// How many records of the same run and model have asked it before.
        let draw: Int
    }

    /// A place of a run.
    private struct Draw: Hashable {
        let run: String
        let model: String
        let skills: [String]
        let topic: String
    }

    private var draws: [Draw: Int] = [:]
    private var combinations: [Question: Int] = [:]
    private var counts: [Int: Int] = [:]
    private var generations: [String: [Question: Int]] = [:]

    /// The text of the next record.
    ///
    /// - Parameter record: the record.
    /// - Returns: the last text, with its gradings.
    /// - Throws: ``EtudeError`` with code `data` for any other shape.
    mutating func text(of record: JSONValue) throws(EtudeError) -> GradedText {
        var reader = RecordReader(record)
        let model = try reader.string("model")
        let run = try reader.optionalString("run") ?? ""
        let k = try reader.int("k")
        let topic = try reader.string("topic")
        let skills = try Self.skills(try reader.strings("skills"), k: k)
        let texts = try reader.strings("texts")
        let assignment = Assignment(
            skills: skills,
            topic: Topic(id: Self.identifier(topic), name: topic),
            sentenceLimit: max(1, k - 1),
            language: "en"
        )
        var gradings: [GradedText.Grading] = []
        for (round, element) in try reader.array("gradings").enumerated() {
            var grading = RecordReader(element)
            let response = try grading.string("response")
            let marks = GradingReader.marks(in: response, for: assignment)
            gradings.append(GradedText.Grading(judge: "", round: round, marks: marks, answer: response))
        }
        let (combination, generation) = number(
            Draw(run: run, model: model, skills: skills.map(\.id).sorted(), topic: topic),
            k: k
        )
        return GradedText(
            student: model,
            setting: "",
            k: k,
            combination: combination,
            generation: generation,
            skills: skills.map(GradedText.Skill.init),
            topic: topic,
            text: texts.last ?? "",
            gradings: gradings
        )
    }

    private mutating func number(_ draw: Draw, k: Int) -> (combination: Int, generation: Int) {
        let question = Question(k: k, skills: draw.skills, topic: draw.topic, draw: draws[draw, default: 0])
        draws[draw, default: 0] += 1
        let combination = combinations[question] ?? counts[k, default: 0]
        if combinations.updateValue(combination, forKey: question) == nil { counts[k, default: 0] += 1 }
        let generation = generations[draw.model, default: [:]][question, default: 0]
        generations[draw.model, default: [:]][question] = generation + 1
        return (combination, generation)
    }

    private static func skills(_ names: [String], k: Int) throws(EtudeError) -> [Skill] {
        let skills = names.map { Skill(id: identifier($0), name: $0, category: "", definition: "") }
        guard k > 0, skills.count == k, Set(skills.map(\.id)).count == k else {
            throw EtudeError(
                .data,
                "The record names \(names.count) skills and k is \(k); there should be k skills of different names."
            )
        }
        return skills
    }

    private static func identifier(_ name: String) -> String { Folding.words(name).joined(separator: "-") }
}
