public import EtudeCore

extension RejectedRecord {
    /// Writes the record as one JSON object: every key, in a fixed order, none of them null.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("id")
            writer.string(id)
            writer.key("split")
            writer.string(split)
            writer.key("k")
            writer.int(k)
            writer.key("skills")
            writer.strings(skills)
            writer.key("topic")
            writer.string(topic)
            writer.key("attempt")
            writer.int(attempt)
            writer.key("plan_index")
            writer.int(planIndex)
            writer.key("reason")
            writer.string(reason.code)
            writer.key("detail")
            writer.string(detail)
            writer.key("near")
            writer.write(near?.json ?? [:])
            writer.key("text")
            writer.string(text)
            writer.key("explanation")
            writer.string(explanation)
            writer.key("messages")
            Message.write(messages, to: &writer)
            writer.key("marks")
            Mark.write(marks, to: &writer)
            writer.key("teacher")
            writer.string(teacher)
            writer.key("seed")
            writer.string(seed)
        }
    }

    /// Reads a record from the object that ``write(to:)`` makes.
    ///
    /// - Parameter json: an object with exactly the record's keys.
    /// - Throws: ``EtudeError`` with code `data` that names the first key that is missing or of another type.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            id: try reader.string("id"),
            split: try reader.string("split"),
            k: try reader.int("k"),
            skills: try reader.strings("skills"),
            topic: try reader.string("topic"),
            attempt: try reader.int("attempt"),
            planIndex: try reader.int("plan_index"),
            reason: RejectionReason(try reader.string("reason")),
            detail: try reader.string("detail"),
            near: try Near(json: try reader.value("near")),
            text: try reader.string("text"),
            explanation: try reader.string("explanation"),
            messages: try Message.list(try reader.array("messages")),
            marks: try Mark.list(try reader.array("marks")),
            teacher: try reader.string("teacher"),
            seed: try reader.string("seed")
        )
        try reader.refuseOtherKeys()
    }
}

extension RejectedRecord.Near {
    /// The object that a record holds.
    fileprivate var json: JSONValue {
        ["kept": .string(kept), "similarity": .double(similarity), "rule": .string(rule)]
    }

    /// Reads the object that a record holds; an empty one says that the draft was near to nothing.
    fileprivate init?(json: JSONValue) throws(EtudeError) {
        guard json.members != [] else { return nil }
        var reader = RecordReader(json)
        kept = try reader.string("kept")
        guard let similarity = try reader.value("similarity").double else {
            throw EtudeError(.data, "The key \"similarity\" should hold a number.")
        }
        self.similarity = similarity
        rule = try reader.string("rule")
        try reader.refuseOtherKeys()
    }
}
