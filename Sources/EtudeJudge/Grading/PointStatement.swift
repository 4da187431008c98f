import EtudeCore

/// A statement of points in running text, such as "Point earned: 1" or "Points earned for red herring: 0".
struct PointStatement {
    /// Where it stands, up to the value.
    let range: Range<String.Index>
    /// What it names after "for"; empty where it names nothing.
    let subject: String
    /// The points.
    let outcome: Mark.Outcome

    /// All statements in a text, in order.
    ///
    /// - Parameter text: a line without emphasis.
    /// - Returns: the statements; each value reaches to the next statement.
    static func all(in text: String) -> [PointStatement] {
        let heads = text.indices.filter { ":=：".contains(text[$0]) }.compactMap { head(before: $0, in: text) }
        return heads.indices.map { index in
            let end = index + 1 < heads.count ? heads[index + 1].range.lowerBound : text.endIndex
            return PointStatement(
                range: heads[index].range,
                subject: heads[index].subject,
                outcome: PointValue.leadingOutcome(of: text[heads[index].range.upperBound..<end])
            )
        }
    }

    /// The words "point", "points earned" or "score for …" that end at a colon.
    private static func head(
        before colon: String.Index,
        in text: String
    ) -> (range: Range<String.Index>, subject: String)? {
        let before = text[..<colon]
        let clause = before.lastIndex { ":=：.!?".contains($0) }.map { before[before.index(after: $0)...] } ?? before
        let words = clause.split { !$0.isLetter && !$0.isNumber }
        for index in words.indices where nouns.contains(words[index].lowercased()) {
            var rest = words[(index + 1)...]
            if let verb = rest.first, verbs.contains(verb.lowercased()) { rest.removeFirst() }
            guard rest.isEmpty || rest.first?.lowercased() == "for" else { continue }
            let subject = rest.dropFirst().first.map { String(clause[$0.startIndex...]) } ?? ""
            return (words[index].startIndex..<text.index(after: colon), subject)
        }
        return nil
    }

    private static let nouns: Set<String> = ["point", "points", "pt", "pts", "score", "scores", "mark", "marks", "점수"]
    private static let verbs: Set<String> = ["earned", "awarded", "received", "given", "scored"]
}
