public import EtudeCore

/// A decided draft that is not published as a row, with the reason.
public struct RejectedRecord: Sendable, Hashable {
    /// The kept text to which a draft is near.
    public struct Near: Sendable, Hashable {
        /// The id of the row that was kept.
        public let kept: String
        /// The Jaccard similarity of the two texts, or the cosine of their embeddings.
        public let similarity: Double
        /// The rule by which they are near.
        public let rule: String

        /// A kept row with the similarity and the rule.
        public init(kept: String, similarity: Double, rule: String) {
            self.kept = kept
            self.similarity = similarity
            self.rule = rule
        }
    }

    /// The id that the row would have had.
    public var id: String
    /// The split.
    public var split: String
    /// How many skills the text had to show.
    public var k: Int
    /// The skills' ids, in the order of the request.
    public var skills: [String]
    /// The topic's id.
    public var topic: String
    /// The attempt at the position, from 0.
    public var attempt: Int
    /// The position in the cell's plan.
    public var planIndex: Int
    /// Why the draft is not a row.
    public var reason: RejectionReason
    /// The reason in words; may be empty.
    public var detail: String
    /// The kept text to which it is near, where that is the reason.
    public var near: Near?
    /// The text; empty where none could be read.
    public var text: String
    /// The explanation; may be empty.
    public var explanation: String
    /// The whole conversation with the teacher.
    public var messages: [Message]
    /// The marks; empty where no judge was asked.
    public var marks: [Mark]
    /// The teacher's model.
    public var teacher: String
    /// The item seed.
    public var seed: String

    /// A record with all its values.
    public init(
        id: String,
        split: String,
        k: Int,
        skills: [String],
        topic: String,
        attempt: Int,
        planIndex: Int,
        reason: RejectionReason,
        detail: String = "",
        near: Near? = nil,
        text: String,
        explanation: String,
        messages: [Message],
        marks: [Mark],
        teacher: String,
        seed: String
    ) {
        self.id = id
        self.split = split
        self.k = k
        self.skills = skills
        self.topic = topic
        self.attempt = attempt
        self.planIndex = planIndex
        self.reason = reason
        self.detail = detail
        self.near = near
        self.text = text
        self.explanation = explanation
        self.messages = messages
        self.marks = marks
        self.teacher = teacher
        self.seed = seed
    }
}
