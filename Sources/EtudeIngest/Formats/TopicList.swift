import EtudeCore

/// Topics as plain text, one a line; blank lines are skipped.
enum TopicList {
    static func topics(text: String, file: String) throws(EtudeError) -> [Topic] {
        var topics: [Topic] = []
        var lines: [String: Int] = [:]
        let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in all.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let name = Spelling.trimmed(line)
            let place = Place(file: file, line: index + 1)
            let id = try Identifier.of(name, at: place)
            if let first = lines.updateValue(index + 1, forKey: id) {
                throw EtudeError(
                    .data,
                    "The topic \"\(name)\" stands already on line \(first); remove one of the two lines.",
                    at: place
                )
            }
            topics.append(Topic(id: id, name: name, place: place))
        }
        return topics
    }
}
