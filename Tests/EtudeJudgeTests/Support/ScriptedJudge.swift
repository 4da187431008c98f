import EtudeCore
import EtudeModel
import Synchronization

/// A judge that gives prepared answers in turn and remembers what it was asked.
final class ScriptedJudge: ChatModel {
    let name: String
    let isDeterministic = false
    private let answers: [ChatAnswer]
    private let asked = Mutex<[ChatRequest]>([])

    init(_ name: String = "scripted/judge", _ answers: [ChatAnswer]) {
        self.name = name
        self.answers = answers
    }

    convenience init(_ name: String = "scripted/judge", texts: [String]) {
        self.init(name, texts.map { ChatAnswer(text: $0, model: "scripted") })
    }

    var requests: [ChatRequest] { asked.withLock { $0 } }

    func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        let index = asked.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        guard index < answers.count else { throw ModelFailure(.notRecorded, "The script has no answer \(index).") }
        return answers[index]
    }
}

/// The answer that gives each criterion of an assignment the outcome of a letter: p, f or u (half a point).
func tableAnswer(_ marks: String, _ assignment: Assignment) -> String {
    let labels =
        assignment.skills.map { "Correctly illustrates \($0.name)" }
        + ["Pertains to \(assignment.topic.name)", "Text makes sense", "At most two sentences"]
    let rows = zip(labels, marks).map { "| \($0) | \($1 == "p" ? "1" : $1 == "f" ? "0" : "0.5") |" }
    return (["| Criteria | Points Earned |", "| --- | --- |"] + rows + ["| Total | 6 |"]).joined(separator: "\n")
}
