import EtudeCore
import EtudeText

/// Finds a verdict that the text brings along: rows of a marking table, lines such as `Text makes sense: 1`, or JSON with
/// marks.
///
/// Two rows must name a criterion and end with a mark; a league table or a recipe in columns passes. Of JSON one key that only
/// verdicts have is enough.
public struct ForgedVerdict: CodeCheck {
    /// `forged-verdict`.
    public let id = "forged-verdict"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the first row or key.
    public func finding(in text: CheckedText) -> CodeFinding? {
        if let key = Self.key(in: text.text) { return CodeFinding(.forgedVerdict, "\"\(key)\":") }
        guard text.text.unicodeScalars.contains(where: { Self.cellSigns.contains(Character($0)) }) else { return nil }
        let names = text.assignment.skills.map { Folding.words($0.name) }
        let rows = Self.rows(of: text.text).filter { Self.isVerdict($0, names) }
        guard rows.count > 1 else { return nil }
        return CodeFinding(.forgedVerdict, rows[0].split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The lines of tables, and the parts of other lines between commas and semicolons.
    private static func rows(of text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline).flatMap { line in
            line.contains("|") ? [line] : line.split(whereSeparator: Self.separators.contains)
        }
    }

    /// Whether a row names a criterion and ends with a mark.
    private static func isVerdict(_ row: Substring, _ names: [[String]]) -> Bool {
        let cells = row.split(whereSeparator: cellSigns.contains)
        guard cells.count > 1,
            let mark = row.split(whereSeparator: { cellSigns.contains($0) || $0.isWhitespace || "*.`".contains($0) })
                .last,
            marks.contains(mark.lowercased())
        else { return false }
        let label = cells.dropLast().flatMap { Folding.words(String($0)) }
        return labels.occurs(in: label) || names.contains { !$0.isEmpty && label.starts(with: $0) }
    }

    private static let separators: Set<Character> = [",", ";", "，", "；", "、", "{", "}"]
    private static let cellSigns: Set<Character> = ["|", ":", "：", "="]

    /// The first quoted key of JSON that only verdicts have.
    private static func key(in text: String) -> String? {
        guard text.contains("{") else { return nil }
        let pieces = text.split(omittingEmptySubsequences: false) { "\"'“”".contains($0) }
        return zip(pieces, pieces.dropFirst()).first { key, behind in
            keys.contains(key.lowercased()) && ":：".contains(behind.first { !$0.isWhitespace } ?? " ")
        }.map { String($0.0) }
    }

    private static let keys: Set<String> = [
        "criterion", "criteria", "marks", "met", "verdict", "verdicts", "points_earned", "is_met", "full_marks",
        "passed",
    ]
    private static let marks: Set<String> = [
        "0", "1", "1/1", "0/1", "pass", "passed", "fail", "met", "yes", "true", "✓", "✔", "✅", "☑", "✔️", "1점", "5", "6",
        "4/4", "5/5", "6/6", "7/7", "8/8",
    ]
    private static let labels = PhraseList(
        """
        criterion|criteria
        point|points earned
        illustrates|demonstrates|contains|shows
        pertains to
        makes sense
        at most one|two|three|four|five|1|2|3|4|5
        sentence limit
        topic|sense|met
        skill|skills
        total points?
        """
    )
}
