import EtudeCore

extension BuiltInJudge {
    /// Lists the skills that a text shows, one of whose clauses stands in it.
    ///
    /// - Parameters:
    ///   - skills: the skills to look for.
    ///   - text: the text.
    ///   - isStructured: whether JSON is wanted, or the ids on lines.
    /// - Returns: the answer.
    func listing(of skills: [Skill], in text: String, isStructured: Bool) -> String {
        let reading = index.read(text)
        let shown = skills.map(\.id).filter { reading.clause(showing: $0) != nil }
        guard isStructured else { return shown.isEmpty ? "none" : shown.joined(separator: "\n") }
        let answer: JSONValue = ["shown": .array(shown.map(JSONValue.string))]
        return answer.canonicalText
    }

    /// Says whether a text shows a skill, and quotes the clause.
    ///
    /// - Parameters:
    ///   - skill: the skill to look for.
    ///   - text: the text.
    ///   - isStructured: whether JSON is wanted, or two lines.
    /// - Returns: the answer.
    func confirmation(of skill: Skill, in text: String, isStructured: Bool) -> String {
        let clause = index.read(text).clause(showing: skill.id)
        let quote = clause.map { Passage(text).quotation(of: [$0]) }
        guard isStructured else { return "Quote: \(quote ?? "none")\nShown: \(quote == nil ? "no" : "yes")" }
        let answer: JSONValue = ["quote": .string(quote ?? ""), "shown": .bool(quote != nil)]
        return answer.canonicalText
    }
}
