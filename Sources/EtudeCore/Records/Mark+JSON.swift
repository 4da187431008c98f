extension Mark {
    /// Writes marks as a list of `{"criterion", "mark", "votes"}`.
    public static func write(_ marks: [Mark], to writer: inout JSONWriter) {
        writer.array { writer in
            for mark in marks {
                writer.object { writer in
                    writer.key("criterion")
                    writer.string(mark.criterion.name)
                    writer.key("mark")
                    writer.string(mark.outcome.rawValue)
                    writer.key("votes")
                    writer.object { writer in
                        writer.key("pass")
                        writer.int(mark.votes.pass)
                        writer.key("fail")
                        writer.int(mark.votes.fail)
                        writer.key("unknown")
                        writer.int(mark.votes.unknown)
                    }
                }
            }
        }
    }

    /// Reads marks from the list that ``write(_:to:)`` makes.
    ///
    /// - Parameter elements: the list.
    /// - Returns: the marks.
    /// - Throws: ``EtudeError`` with code `data` for any other shape.
    public static func list(_ elements: [JSONValue]) throws(EtudeError) -> [Mark] {
        var marks: [Mark] = []
        for element in elements {
            var reader = RecordReader(element)
            let name = try reader.string("criterion")
            let outcome = try reader.string("mark")
            guard let criterion = Criterion(name: name), let outcome = Outcome(rawValue: outcome) else {
                throw EtudeError(
                    .data,
                    "A mark says \"\(outcome)\" of the criterion \"\(name)\"; one of them is unknown."
                )
            }
            var votes = RecordReader(try reader.value("votes"))
            let counts = Votes(
                pass: try votes.int("pass"),
                fail: try votes.int("fail"),
                unknown: try votes.int("unknown")
            )
            try votes.refuseOtherKeys()
            marks.append(Mark(criterion, outcome, votes: counts))
            try reader.refuseOtherKeys()
        }
        return marks
    }
}
