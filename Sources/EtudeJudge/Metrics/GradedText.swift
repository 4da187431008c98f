public import EtudeCore

/// A text of an evaluation with everything that was said of it: what the metrics of SKILL-MIX are computed from.
public struct GradedText: Sendable, Hashable {
    /// A skill that the text was to show.
    public struct Skill: Sendable, Hashable {
        /// The id, as criteria name it.
        public var id: String
        /// How people name it: the name, then aliases and inflections; what a text must not hold to have it deducted.
        public var names: [String]

        /// A skill by its names, at least one.
        public init(id: String, names: [String]) {
            self.id = id
            self.names = names
        }

        /// A skill of a catalog.
        public init(_ skill: EtudeCore.Skill) {
            self.init(id: skill.id, names: [skill.name] + skill.aliases + skill.inflections)
        }
    }

    /// One judge's marks in one round.
    public struct Grading: Sendable, Hashable {
        /// The judge; empty where records do not name it.
        public var judge: String
        /// The round, from 0.
        public var round: Int
        /// The outcome of each criterion; what is absent is unknown.
        public var marks: [Criterion: Mark.Outcome]
        /// What the judge answered, word for word, where that is known: equal answers in every text are one answer, copied.
        public var answer: String?

        /// One judge's marks in one round.
        public init(judge: String, round: Int, marks: [Criterion: Mark.Outcome], answer: String? = nil) {
            self.judge = judge
            self.round = round
            self.marks = marks
            self.answer = answer
        }
    }

    /// The model that wrote the text.
    public var student: String
    /// The setting, such as `train` or `held-out`; empty where none is known.
    public var setting: String
    /// How many skills were asked for.
    public var k: Int
    /// The number of the question in its cell (setting and k), from 0; texts of one question are its generations.
    public var combination: Int
    /// The number of the text among those of its question, from 0.
    public var generation: Int
    /// The skills, in the order of the request.
    public var skills: [Skill]
    /// The topic.
    public var topic: String
    /// The most sentences that the text may have.
    public var sentenceLimit: Int
    /// What was written; empty where nothing could be told apart as the text.
    public var text: String
    /// The gradings, in order; an empty text needs none.
    public var gradings: [Grading]

    /// A text with its gradings.
    ///
    /// - Parameters:
    ///   - student: the model that wrote it.
    ///   - setting: the setting, such as `train`.
    ///   - k: how many skills were asked for.
    ///   - combination: the number of the question in its cell.
    ///   - generation: the number of the text among those of its question.
    ///   - skills: the skills.
    ///   - topic: the topic.
    ///   - sentenceLimit: the most sentences it may have; nil for the papers' max(1, k - 1).
    ///   - text: what was written.
    ///   - gradings: what was said of it.
    public init(
        student: String,
        setting: String,
        k: Int,
        combination: Int,
        generation: Int,
        skills: [Skill],
        topic: String,
        sentenceLimit: Int? = nil,
        text: String,
        gradings: [Grading]
    ) {
        self.student = student
        self.setting = setting
        self.k = k
        self.combination = combination
        self.generation = generation
        self.skills = skills
        self.topic = topic
        self.sentenceLimit = sentenceLimit ?? max(1, k - 1)
        self.text = text
        self.gradings = gradings
    }

    /// Whether the text has neither letter nor digit.
    public var isEmpty: Bool { !text.contains { $0.isLetter || $0.isNumber } }

    /// The k+3 criteria, in the rubric's order.
    public var criteria: [Criterion] { skills.map { .skill($0.id) } + [.topic, .sense, .sentenceLimit] }
}
