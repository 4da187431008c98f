import EtudeCore
import EtudeModel
import EtudeText

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
        let shown = skills.map(\.id).filter { reading.shows(skill: $0) }
        guard isStructured else { return shown.isEmpty ? "none" : shown.joined(separator: "\n") }
        let answer: JSONValue = ["shown": .array(shown.map(JSONValue.string))]
        return answer.canonicalText
    }

    /// Says whether a text shows a skill, and quotes the sentence in which a clause of it stands.
    ///
    /// - Parameters:
    ///   - skill: the skill to look for.
    ///   - text: the text.
    ///   - isStructured: whether JSON is wanted, or two lines.
    /// - Returns: the answer.
    func confirmation(of skill: Skill, in text: String, isStructured: Bool) -> String {
        let isShown = index.read(text).shows(skill: skill.id)
        let sentences = isShown ? Sentences.split(text).map(String.init) : []
        let quote = isShown ? sentences.first { index.read($0).shows(skill: skill.id) } ?? text : ""
        guard isStructured else { return "Quote: \(isShown ? quote : "none")\nShown: \(isShown ? "yes" : "no")" }
        let answer: JSONValue = ["quote": .string(quote), "shown": .bool(isShown)]
        return answer.canonicalText
    }
}
