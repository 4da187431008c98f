extension Message {
    /// Writes turns as a list of `{"role", "content"}`.
    public static func write(_ messages: [Message], to writer: inout JSONWriter) {
        writer.array { writer in
            for message in messages {
                writer.object { writer in
                    writer.key("role")
                    writer.string(message.role.rawValue)
                    writer.key("content")
                    writer.string(message.content)
                }
            }
        }
    }

    /// The turn as a JSON object.
    public var json: JSONValue { ["role": .string(role.rawValue), "content": .string(content)] }

    /// Reads turns from a list of `{"role", "content"}`.
    ///
    /// - Parameter elements: the list.
    /// - Returns: the turns.
    /// - Throws: ``EtudeError`` with code `data` for any other shape or an unknown role.
    public static func list(_ elements: [JSONValue]) throws(EtudeError) -> [Message] {
        var messages: [Message] = []
        for element in elements {
            var reader = RecordReader(element)
            let name = try reader.string("role")
            guard let role = Role(rawValue: name) else {
                throw EtudeError(.data, "A message has the unknown role \"\(name)\".")
            }
            messages.append(Message(role, try reader.string("content")))
            try reader.refuseOtherKeys()
        }
        return messages
    }
}
