public import EtudeCore

/// Students whose texts meet each criterion at a set rate, and judges that read off a text what it meets.
///
/// A request with a schema is answered as a judge, any other as the student that `model` names. Everything follows from the
/// request's body. What a text meets stands in it as a word of noughts and ones: skills in their order, topic, sense; a text
/// that breaks the sentence limit is of many sentences.
public struct ScriptedStudents: Sendable {
    /// How often a student's texts meet a criterion.
    public struct Rates: Sendable {
        /// Each skill.
        public var skill: Double
        /// The topic.
        public var topic: Double
        /// The sense.
        public var sense: Double
        /// The sentence limit.
        public var sentenceLimit: Double
        /// How many answers have a text at all; the others are empty.
        public var answered = 1.0

        /// Rates from 0 to 1.
        public init(skill: Double, topic: Double, sense: Double, sentenceLimit: Double) {
            self.skill = skill
            self.topic = topic
            self.sense = sense
            self.sentenceLimit = sentenceLimit
        }
    }

    private static let skills = 12

    /// The rates by the model that a request names.
    public var students: [String: Rates]
    /// How often a judge's mark is wrong.
    public var judgeError: Double

    /// Students by the names of their models.
    public init(_ students: [String: Rates], judgeError: Double = 0) {
        self.students = students
        self.judgeError = judgeError
    }

    /// The reply to a request, whatever its number.
    public func reply(to request: ReceivedRequest, number: Int) -> ServerReply {
        let digest = SHA256.digest(of: request.body.sortedByKey.canonicalText)
        var generator = SeededGenerator(seed: Seed(digest.leadingWord))
        let model = request.body["model"]?.string ?? ""
        let text =
            Self.criteria(in: request.body).map { marks($0, in: request.body, &generator) }
            ?? students[model].map { Self.answer($0, &generator) } ?? "Nobody knows \(model)."
        return .completion(text, model: model)
    }

    /// What a judge is asked to mark; nil in a student's request.
    public static func criteria(in body: JSONValue) -> [String]? {
        let schema = body["response_format"]?["json_schema"]?["schema"]
        let criterion = schema?["properties"]?["marks"]?["items"]?["properties"]?["criterion"]
        return criterion?["enum"]?.array?.compactMap(\.string)
    }

    private static func answer(_ rates: Rates, _ generator: inout SeededGenerator) -> String {
        guard generator.unit() < rates.answered else { return "" }
        let points = Array(repeating: rates.skill, count: skills) + [rates.topic, rates.sense]
        let word = points.map { generator.unit() < $0 ? "1" : "0" }.joined()
        let more = generator.unit() < rates.sentenceLimit ? "" : String(repeating: " It is so.", count: skills)
        return "Answer: The word is q\(word).\(more)\n\nExplanation: It was drawn."
    }

    private func marks(_ criteria: [String], in body: JSONValue, _ generator: inout SeededGenerator) -> String {
        let prompt = (body["messages"]?.array ?? []).compactMap { $0["content"]?.string }.joined(separator: "\n")
        let word = prompt.matches(of: /q[01]{14}/).last.map { String($0.output) } ?? ""
        let points = Array(word.dropFirst())
        let marks = criteria.enumerated().map { place, criterion -> JSONValue in
            let index = ["topic": Self.skills, "sense": Self.skills + 1][criterion] ?? place
            let isRight = generator.unit() >= judgeError
            let isMet = points.indices.contains(index) && points[index] == "1"
            let met = isMet == isRight
            return ["criterion": .string(criterion), "evidence": .string(met ? word : ""), "met": .bool(met)]
        }
        let verdict: JSONValue = ["marks": .array(marks)]
        return verdict.canonicalText
    }
}
