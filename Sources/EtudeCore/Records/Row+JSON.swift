extension Row {
    /// The keys in their order.
    public static let keys = [
        "id", "release", "split", "k", "skills", "skill_names", "skill_categories", "topic", "messages", "prompt",
        "completion", "text", "explanation", "marks", "teacher", "judges", "plan_index", "seed", "prompt_sha256",
        "finish_reason",
    ]

    /// Writes the row as one JSON object.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("id")
            writer.string(id)
            writer.key("release")
            writer.int(release)
            writer.key("split")
            writer.string(split)
            writer.key("k")
            writer.int(k)
            writer.key("skills")
            writer.strings(skills)
            writer.key("skill_names")
            writer.strings(skillNames)
            writer.key("skill_categories")
            writer.strings(skillCategories)
            writer.key("topic")
            writer.string(topic)
            writer.key("messages")
            Message.write(messages, to: &writer)
            writer.key("prompt")
            Message.write(prompt, to: &writer)
            writer.key("completion")
            Message.write(completion, to: &writer)
            writer.key("text")
            writer.string(text)
            writer.key("explanation")
            writer.string(explanation)
            writer.key("marks")
            Mark.write(marks, to: &writer)
            writer.key("teacher")
            writer.string(teacher)
            writer.key("judges")
            writer.strings(judges)
            writer.key("plan_index")
            writer.int(planIndex)
            writer.key("seed")
            writer.string(seed)
            writer.key("prompt_sha256")
            writer.string(promptSHA256)
            writer.key("finish_reason")
            writer.string(finishReason)
        }
    }

    /// Reads a row from the object that ``write(to:)`` makes.
    ///
    /// - Parameter json: an object with exactly the row's keys.
    /// - Throws: ``EtudeError`` with code `data` that names the first key that is missing or of another type.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            id: try reader.string("id"),
            release: try reader.int("release"),
            split: try reader.string("split"),
            k: try reader.int("k"),
            skills: try reader.strings("skills"),
            skillNames: try reader.strings("skill_names"),
            skillCategories: try reader.strings("skill_categories"),
            topic: try reader.string("topic"),
            messages: try Message.list(try reader.array("messages")),
            prompt: try Message.list(try reader.array("prompt")),
            completion: try Message.list(try reader.array("completion")),
            text: try reader.string("text"),
            explanation: try reader.string("explanation"),
            marks: try Mark.list(try reader.array("marks")),
            teacher: try reader.string("teacher"),
            judges: try reader.strings("judges"),
            planIndex: try reader.int("plan_index"),
            seed: try reader.string("seed"),
            promptSHA256: try reader.string("prompt_sha256"),
            finishReason: try reader.string("finish_reason")
        )
        try reader.refuseOtherKeys()
    }
}
