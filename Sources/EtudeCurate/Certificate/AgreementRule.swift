import EtudeCore
import EtudeText

/// Whether the parts of a row agree with one another and with the catalog.
struct AgreementRule {
    let facts: ReleaseFacts

    /// What does not agree, as sentences.
    func problems(of row: Row, in split: SplitFacts) -> [String] {
        labels(row) + turns(row) + (split.texts ? answer(row) : request(row))
    }

    private func labels(_ row: Row) -> [String] {
        var problems: [String] = []
        if row.k != row.skills.count { problems.append("k is \(row.k), but the row has \(row.skills.count) skills.") }
        if Set(row.skills).count != row.skills.count { problems.append("A skill stands twice.") }
        let skills = row.skills.map { (id: $0, skill: facts.catalog.skill($0)) }
        for entry in skills where entry.skill == nil { problems.append("The catalog has no skill \"\(entry.id)\".") }
        if facts.catalog.topic(row.topic) == nil { problems.append("The catalog has no topic \"\(row.topic)\".") }
        let known = skills.compactMap(\.skill)
        guard known.count == skills.count else { return problems }
        if row.skillNames != known.map(\.name) { problems.append("`skill_names` differ from the catalog's names.") }
        if row.skillCategories != known.map(\.category) {
            problems.append("`skill_categories` differ from the catalog's categories.")
        }
        return problems
    }

    private func turns(_ row: Row) -> [String] {
        var problems: [String] = []
        if row.prompt + row.completion != row.messages {
            problems.append("`prompt` and `completion` together are not `messages`.")
        }
        if row.prompt.last?.role != .user { problems.append("`prompt` does not end with a turn of the user.") }
        return problems
    }

    /// What is wrong in a row with a text.
    private func answer(_ row: Row) -> [String] {
        var problems: [String] = []
        if row.text.isEmpty { problems.append("The text is empty.") }
        if let last = row.completion.last, last.role == .assistant {
            if !TextSearch.holds(row.text, in: last.content) {
                problems.append("The last turn does not hold the text.")
            }
            if facts.explanation, !TextSearch.holds(row.explanation, in: last.content) {
                problems.append("The last turn does not hold the explanation.")
            }
        } else {
            problems.append("`completion` does not end with a turn of the assistant.")
        }
        if facts.turns == .final, row.completion.count > 1 { problems.append("`completion` has more than one turn.") }
        if row.marks.map(\.criterion) != Criterion.all(facts.criteria, skills: row.skills) {
            problems.append("`marks` are not one for each criterion of the rubric, in its order.")
        }
        if !facts.accept.accepts(row.marks) {
            let missed = row.marks.filter { $0.outcome != .pass }.map {
                "\($0.criterion.name) is \($0.outcome.rawValue)"
            }
            problems.append("The rule `\(facts.accept)` does not accept the marks: \(missed.joined(separator: ", ")).")
        }
        return problems
    }

    /// What is wrong in a row of requests only.
    private func request(_ row: Row) -> [String] {
        let isEmpty =
            row.text.isEmpty && row.explanation.isEmpty && row.completion.isEmpty && row.marks.isEmpty
            && row.judges.isEmpty && row.teacher.isEmpty
        return isEmpty ? [] : ["The split is of requests only, but the row has an answer."]
    }
}
