import EtudeCore

/// What is written for a line: its members and the marks, or why there are none.
struct JudgingReply: Sendable, Hashable {
    /// How the line ended.
    enum Outcome: Sendable, Hashable {
        /// The text was judged.
        case judged(JudgedText)
        /// No judge gave an answer; a sentence.
        case unanswered(String)
        /// The line is no text to be judged; a sentence.
        case faulty(String)
    }

    /// The members of the line, as far as it could be read.
    let members: [JSONMember]
    /// What a person calls the line.
    let id: String
    /// The number of the line.
    let line: Int
    /// How it ended.
    let outcome: Outcome

    /// The reply as a line of JSON.
    ///
    /// What judging adds takes the place of members of the same name.
    var bytes: [UInt8] {
        let added = if case .judged = outcome { JudgedText.keys } else { Self.errorKeys }
        var writer = JSONWriter()
        writer.object { writer in
            for member in members where !added.contains(member.key) {
                writer.key(member.key)
                writer.write(member.value)
            }
            switch outcome {
            case .judged(let judged): judged.write(to: &writer)
            case .unanswered(let message), .faulty(let message):
                writer.key("line")
                writer.int(line)
                writer.key("error")
                writer.string(message)
            }
        }
        writer.endLine()
        return writer.bytes
    }

    private static let errorKeys: Set<String> = ["line", "error"]
}
