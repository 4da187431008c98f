import EtudeCore

/// Joins clauses into one sentence.
enum SentenceJoiner {
    /// What stands between two clauses.
    private enum Joint {
        case semicolon, meanwhile, and, `while`
    }

    /// Words with which a plain subject begins; before anything else only a semicolon reads well.
    private static let subjectStarts: Set<Substring> = ["the", "a", "an", "nobody", "everyone", "everybody"]
    private static let connectors: Set<Substring> = ["and", "or", "nor", "but", "so", "yet", "while", "if", "until"]

    /// The sentence, and its clauses as they stand in it.
    static func sentence(
        of clauses: [String],
        _ generator: inout SeededGenerator
    ) -> (text: String, clauses: [String]) {
        var clauses = clauses
        clauses[0] = capitalized(clauses[0])
        var text = clauses[0]
        var isPlain = true
        for index in clauses.indices.dropFirst() {
            let joints = isPlain ? joints(between: clauses[index - 1], and: clauses[index]) : [.semicolon]
            let joint = joints[generator.below(joints.count)]
            isPlain = joint == .semicolon
            text = join(text, clauses[index], joint)
        }
        return (text + ".", clauses)
    }

    /// The joints that leave both clauses grammatical and plain to see: what is more than a semicolon wants a second clause
    /// that begins with its subject and has no quotes, a conjunction moreover no other conjunction or list in either, and
    /// "while" no comma at all.
    private static func joints(between first: String, and second: String) -> [Joint] {
        guard let start = second.split(separator: " ").first, subjectStarts.contains(start), !second.contains("\""),
            commas(second) < 2
        else { return [.semicolon] }
        guard !first.contains("\""), commas(first) < 2, !connects(first), !connects(second) else {
            return [.semicolon, .meanwhile]
        }
        return commas(first) + commas(second) == 0
            ? [.semicolon, .meanwhile, .and, .while] : [.semicolon, .meanwhile, .and]
    }

    private static func commas(_ clause: String) -> Int {
        clause.utf8.count { $0 == UInt8(ascii: ",") }
    }

    private static func connects(_ clause: String) -> Bool {
        clause.split(separator: " ").contains(where: connectors.contains)
    }

    private static func join(_ first: String, _ second: String, _ joint: Joint) -> String {
        switch joint {
        case .semicolon: "\(first); \(second)"
        case .meanwhile: "\(first); meanwhile, \(second)"
        case .and: "\(first), and \(second)"
        case .while: "\(first), while \(second)"
        }
    }

    /// The text with its first letter large, an opening quotation mark before it or not.
    private static func capitalized(_ text: String) -> String {
        guard let first = text.firstIndex(where: \.isLetter) else { return text }
        return text[..<first] + text[first].uppercased() + text[text.index(after: first)...]
    }
}
