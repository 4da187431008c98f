public import EtudeCore

/// A text of an evaluation with everything that was said of it: what the metrics of SKILL-MIX are computed from.
public struct GradedText: Sendable, Hashable {
    /// One judge's marks in one round.
    public struct Grading: Sendable, Hashable {
        /// The judge.
        public var judge: String
        /// The round, from 0.
        public var round: Int
        /// The outcome of each criterion; what is absent is unknown.
        public var marks: [Criterion: Mark.Outcome]

        /// One judge's marks in one round.
        public init(judge: String, round: Int, marks: [Criterion: Mark.Outcome]) {
            self.judge = judge
            self.round = round
            self.marks = marks
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
    /// The skills, as criteria name them.
    public var skills: [String]
    /// The topic.
    public var topic: String
    /// What was written; empty where nothing could be told apart as the text.
    public var text: String
    /// The gradings, in order.
    public var gradings: [Grading]

    /// A text with its gradings.
    public init(
        student: String,
        setting: String,
        k: Int,
        combination: Int,
        generation: Int,
        skills: [String],
        topic: String,
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
        self.text = text
        self.gradings = gradings
    }
}
