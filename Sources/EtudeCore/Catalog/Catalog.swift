/// Skills and topics, each in the order of their sources.
public struct Catalog: Sendable, Hashable {
    /// The skills.
    public let skills: [Skill]
    /// The topics.
    public let topics: [Topic]
    private let skillIndex: [String: Int]
    private let topicIndex: [String: Int]

    /// A catalog whose ids are unique among skills and among topics.
    ///
    /// - Parameters:
    ///   - skills: the skills.
    ///   - topics: the topics.
    /// - Throws: ``EtudeError`` with code `data` naming both places of an id that stands twice.
    public init(skills: [Skill], topics: [Topic]) throws(EtudeError) {
        self.skills = skills
        self.topics = topics
        skillIndex = try Self.index(skills.map { ($0.id, $0.place) }, noun: "skill")
        topicIndex = try Self.index(topics.map { ($0.id, $0.place) }, noun: "topic")
    }

    /// The skill of an id.
    public func skill(_ id: String) -> Skill? { skillIndex[id].map { skills[$0] } }

    /// The topic of an id.
    public func topic(_ id: String) -> Topic? { topicIndex[id].map { topics[$0] } }

    private static func index(_ entries: [(id: String, place: Place?)], noun: String) throws(EtudeError) -> [String:
        Int]
    {
        var index: [String: Int] = [:]
        for (position, entry) in entries.enumerated() {
            if let first = index.updateValue(position, forKey: entry.id) {
                let firstPlace = entries[first].place.map { ", first at \($0)" } ?? ""
                throw EtudeError(
                    .data,
                    "The \(noun) id \"\(entry.id)\" stands twice\(firstPlace); rename or remove one.",
                    at: entry.place
                )
            }
        }
        return index
    }
}
