public import EtudeCore

extension GradedText {
    /// The text as an object, a line of an evaluation's records: keys and their order are stable.
    public var json: JSONValue {
        [
            "student": .string(student),
            "setting": .string(setting),
            "k": .int(k),
            "combination": .int(combination),
            "generation": .int(generation),
            "skills": .array(skills.map(\.json)),
            "topic": .string(topic),
            "sentence_limit": .int(sentenceLimit),
            "text": .string(text),
            "gradings": .array(gradings.map { json(of: $0) }),
        ]
    }

    private func json(of grading: Grading) -> JSONValue {
        let further = grading.marks.keys.filter { !criteria.contains($0) }.sorted { $0.name < $1.name }
        let marks = (criteria + further).compactMap { criterion in
            grading.marks[criterion].map { JSONMember(criterion.name, .string($0.rawValue)) }
        }
        var members = [JSONMember("judge", .string(grading.judge)), JSONMember("round", .int(grading.round))]
        members.append(JSONMember("marks", .object(marks)))
        if let answer = grading.answer { members.append(JSONMember("answer", .string(answer))) }
        return .object(members)
    }

    /// Reads the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` for any other shape.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let student = try reader.string("student")
        let setting = try reader.string("setting")
        let k = try reader.int("k")
        let combination = try reader.int("combination")
        let generation = try reader.int("generation")
        var skills: [Skill] = []
        for element in try reader.array("skills") { skills.append(try Skill(json: element)) }
        let topic = try reader.string("topic")
        let sentenceLimit = try reader.int("sentence_limit")
        let text = try reader.string("text")
        var gradings: [Grading] = []
        for element in try reader.array("gradings") { gradings.append(try Grading(json: element)) }
        try reader.refuseOtherKeys()
        guard k > 0, skills.count == k, Set(skills.map(\.id)).count == k else {
            throw EtudeError(
                .data,
                "The record has \(skills.count) skills and k is \(k); there should be k skills of different ids."
            )
        }
        self.init(
            student: student,
            setting: setting,
            k: k,
            combination: combination,
            generation: generation,
            skills: skills,
            topic: topic,
            sentenceLimit: sentenceLimit,
            text: text,
            gradings: gradings
        )
    }
}

extension GradedText.Skill {
    fileprivate var json: JSONValue { ["id": .string(id), "names": .array(names.map(JSONValue.string))] }

    fileprivate init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(id: try reader.string("id"), names: try reader.strings("names"))
        try reader.refuseOtherKeys()
        guard !names.isEmpty else { throw EtudeError(.data, "The skill \"\(id)\" of the record has no name.") }
    }
}

extension GradedText.Grading {
    fileprivate init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let judge = try reader.string("judge")
        let round = try reader.int("round")
        var marks: [Criterion: Mark.Outcome] = [:]
        guard let members = try reader.value("marks").members else {
            throw EtudeError(.data, "The key \"marks\" should hold an object.")
        }
        for member in members {
            guard let criterion = Criterion(name: member.key),
                let outcome = member.value.string.flatMap(Mark.Outcome.init(rawValue:))
            else {
                throw EtudeError(
                    .data,
                    """
                    The mark of "\(member.key)" should be pass, fail or unknown, of a criterion as rows name them.
                    """
                )
            }
            marks[criterion] = outcome
        }
        self.init(judge: judge, round: round, marks: marks, answer: try reader.optionalString("answer"))
        try reader.refuseOtherKeys()
    }
}
