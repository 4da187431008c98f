import EtudeCore

/// A row of an audit with what a person says of its marks.
struct AuditedRow: Sendable, Hashable {
    /// The release that it is of.
    let release: AuditedRelease
    /// The row's id.
    let id: String
    /// Whether the row should have been accepted, by its marks where the person found them right and their opposites where
    /// not; nil while a mark is not labelled.
    let isRight: Bool?

    /// Reads a line of an audit; members that a person added are passed over.
    ///
    /// - Parameter json: the line.
    /// - Throws: ``EtudeError`` with code `data` naming what is wrong.
    init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        release = try AuditedRelease(json: try reader.value("audit"))
        id = try reader.string("id")
        var marks: [Mark] = []
        var isLabelled = true
        for element in try reader.array("marks") {
            var entry = RecordReader(element)
            let (name, word) = (try entry.string("criterion"), try entry.string("mark"))
            guard let criterion = Criterion(name: name), let outcome = Mark.Outcome(rawValue: word) else {
                throw EtudeError(.data, "A mark says \"\(word)\" of the criterion \"\(name)\"; one of them is unknown.")
            }
            let correct = try entry.value("correct")
            guard correct == .null || correct.bool != nil else {
                throw EtudeError(.data, "`correct` of the criterion \"\(name)\" should be true, false or null.")
            }
            // Of a mark that is unknown there is nothing to say.
            if correct == .null, outcome != .unknown { isLabelled = false }
            marks.append(Mark(criterion, correct == false ? outcome.opposite : outcome, votes: Mark.Votes()))
        }
        let rule = try AcceptRule(parsing: release.accept)
        try rule.requireCriteria(marks.map(\.criterion.name))
        isRight = isLabelled ? rule.accepts(marks) : nil
    }
}

extension Mark.Outcome {
    fileprivate var opposite: Mark.Outcome {
        switch self {
        case .pass: .fail
        case .fail: .pass
        case .unknown: .unknown
        }
    }
}
