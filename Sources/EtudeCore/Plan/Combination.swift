/// k skills and one topic.
public struct Combination: Sendable, Hashable {
    /// The ids of the skills, in the order in which the request names them.
    public let skills: [String]
    /// The id of the topic.
    public let topic: String

    /// Skills in the order of the request, and a topic.
    public init(skills: [String], topic: String) {
        self.skills = skills
        self.topic = topic
    }

    /// The same combination whatever the order: skills by id.
    public var unordered: Combination { Combination(skills: skills.sorted(), topic: topic) }
}
