/// What a teacher is asked to write, and what a judge marks: skills and a topic in full, and the sentence rule.
public struct Assignment: Sendable, Hashable {
    /// The skills, in the order of the request.
    public let skills: [Skill]
    /// The topic.
    public let topic: Topic
    /// The most sentences a text may have.
    public let sentenceLimit: Int
    /// The language of the text, as a BCP 47 tag such as `en`.
    public let language: String

    /// A task for a teacher.
    public init(skills: [Skill], topic: Topic, sentenceLimit: Int, language: String) {
        self.skills = skills
        self.topic = topic
        self.sentenceLimit = sentenceLimit
        self.language = language
    }

    /// How many skills are asked for.
    public var k: Int { skills.count }
}
