import EtudeCore

/// A text with what a person says of it.
struct LabelledText: Sendable {
    /// The text.
    let submitted: SubmittedText
    /// Whether each criterion is met, of those that the person marked.
    let labels: [Criterion: Bool]
    /// Whether the text should be accepted, where the person said so.
    let accepted: Bool?

    /// Reads a person's marks: `labels`, an object by the names of criteria, or `accepted` alone.
    ///
    /// - Parameters:
    ///   - submitted: the text with its line.
    ///   - criteria: the criteria that can be marked.
    /// - Throws: ``EtudeError`` with code `data` where there is no label, or one that is not known or neither true nor false.
    init(_ submitted: SubmittedText, criteria: [Criterion]) throws(EtudeError) {
        self.submitted = submitted
        let line = JSONValue.object(submitted.members)
        guard let given = line["labels"] else {
            accepted = try Self.alone(line)
            labels = [:]
            return
        }
        guard let members = given.members else {
            throw EtudeError(.data, "The field `labels` should hold an object of criteria with true or false.")
        }
        let known = Dictionary(criteria.map { ($0.name, $0) }) { first, _ in first }
        var labels: [Criterion: Bool] = [:]
        var accepted: Bool?
        for member in members where member.value != .null {
            guard let isMet = member.value.bool else {
                throw EtudeError(.data, "The label \"\(member.key)\" should be true, false or null.")
            }
            if let criterion = known[member.key] {
                labels[criterion] = isMet
            } else if member.key == "accepted" {
                accepted = isMet
            } else {
                let nearest = Suggestion.nearest(to: member.key, in: known.keys.sorted() + ["accepted"])
                let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? "."
                throw EtudeError(.data, "The text has no criterion \"\(member.key)\"\(hint)")
            }
        }
        guard !labels.isEmpty || accepted != nil else { throw EtudeError(.data, "No criterion in `labels` is marked.") }
        (self.labels, self.accepted) = (labels, accepted)
    }

    private static func alone(_ line: JSONValue) throws(EtudeError) -> Bool {
        guard let accepted = line["accepted"]?.bool else {
            throw EtudeError(
                .data,
                "A person's marks are missing: `labels` by criterion, or `accepted`, with true or false."
            )
        }
        guard line["marks"] == nil else {
            throw EtudeError(
                .data,
                "`accepted` beside `marks` is what judges said; write a person's verdict as `labels: {\"accepted\": …}`."
            )
        }
        return accepted
    }
}
