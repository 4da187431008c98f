/// An accepted draft in the published schema.
///
/// The keys, their order and their types are the same in every row; no key is ever left out and none is null. Seeds and
/// hashes are texts, because readers take integers beyond 2^53 for floats.
public struct Row: Sendable, Hashable {
    /// 16 hexadecimal digits of SHA-256 over (name, cell, skills, topic, attempt).
    public var id: String
    /// The number of the first complete release, or refresh, that holds the row.
    public var release: Int
    /// The split.
    public var split: String
    /// How many skills the text shows.
    public var k: Int
    /// The skills' ids, in the order of the request.
    public var skills: [String]
    /// The skills' names, in the same order.
    public var skillNames: [String]
    /// The skills' categories, in the same order.
    public var skillCategories: [String]
    /// The topic's id.
    public var topic: String
    /// The whole conversation that a student learns: prompt, then completion.
    public var messages: [Message]
    /// What the student is asked.
    public var prompt: [Message]
    /// What the student must answer.
    public var completion: [Message]
    /// The text that was judged.
    public var text: String
    /// The teacher's explanation.
    public var explanation: String
    /// The marks.
    public var marks: [Mark]
    /// The teacher's model.
    public var teacher: String
    /// The judges' models.
    public var judges: [String]
    /// The position in the cell's plan.
    public var planIndex: Int
    /// The item seed.
    public var seed: String
    /// SHA-256 of the rendered first request to the teacher.
    public var promptSHA256: String
    /// Why the teacher's last turn ended.
    public var finishReason: String

    /// A row with all its values.
    public init(
        id: String,
        release: Int,
        split: String,
        k: Int,
        skills: [String],
        skillNames: [String],
        skillCategories: [String],
        topic: String,
        messages: [Message],
        prompt: [Message],
        completion: [Message],
        text: String,
        explanation: String,
        marks: [Mark],
        teacher: String,
        judges: [String],
        planIndex: Int,
        seed: String,
        promptSHA256: String,
        finishReason: String
    ) {
        self.id = id
        self.release = release
        self.split = split
        self.k = k
        self.skills = skills
        self.skillNames = skillNames
        self.skillCategories = skillCategories
        self.topic = topic
        self.messages = messages
        self.prompt = prompt
        self.completion = completion
        self.text = text
        self.explanation = explanation
        self.marks = marks
        self.teacher = teacher
        self.judges = judges
        self.planIndex = planIndex
        self.seed = seed
        self.promptSHA256 = promptSHA256
        self.finishReason = finishReason
    }

    /// The id of a row: which dataset, cell, combination and attempt it comes from.
    public static func id(name: String, candidate: Candidate, cell: Cell) -> String {
        id(name: name, cell: cell.name, combination: candidate.combination, attempt: candidate.attempt)
    }

    /// Whether the id is that of a dataset's row with this split, k, skills and topic, whatever its attempt.
    public func hasID(ofDataset name: String) -> Bool {
        let cell = Cell(index: 0, split: split, k: k, rows: 0).name
        let combination = Combination(skills: skills, topic: topic)
        return Candidate.attempts.contains {
            id == Self.id(name: name, cell: cell, combination: combination, attempt: $0 - 1)
        }
    }

    private static func id(name: String, cell: String, combination: Combination, attempt: Int) -> String {
        let parts = [name, cell] + combination.skills + [combination.topic, "\(attempt)"]
        return SHA256.digest(of: parts.joined(separator: "\n")).hex(first: 16)
    }
}
