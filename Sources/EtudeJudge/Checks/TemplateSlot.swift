import EtudeCore
import EtudeText

/// Finds places of a template that nobody filled: `{topic}`, `{{x}}`, `[insert a name]`, `<topic>`.
///
/// Braces hold a slot where a name stands alone in them and no formula or code surrounds it. Square and angle brackets have
/// other uses in prose ("[laughs]", "[sic]", `<b>`), so that only the usual names of slots count there.
public struct TemplateSlot: CodeCheck {
    /// `template-slot`.
    public let id = "template-slot"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the slot.
    public func finding(in text: CheckedText) -> CodeFinding? {
        let found =
            EnclosedPart.all(in: text.text, between: "{", and: "}").first(where: Self.isBraced)
            ?? EnclosedPart.all(in: text.text, between: "[", and: "]").first(where: Self.isNamed)
            ?? EnclosedPart.all(in: text.text, between: "<", and: ">").first(where: Self.isNamed)
        return found.map { CodeFinding(.templateSlot, $0.written) }
    }

    private static func isBraced(_ part: EnclosedPart) -> Bool {
        if part.before == "{" { return part.content.contains(where: \.isLetter) }
        // x_{max}, \frac{alpha}{beta}, f{x}: a formula.
        if let before = part.before, before.isLetter || before.isNumber || "_^\\}".contains(before) { return false }
        guard part.content.count > 1, part.content.first?.isLetter == true else { return false }
        return part.content.allSatisfy { $0.isLetter || $0.isNumber || "_- .".contains($0) }
            && part.content.split(separator: " ").count <= 4 && part.content.last != "."
    }

    private static func isNamed(_ part: EnclosedPart) -> Bool {
        let words = Folding.words(part.content)
        guard let first = words.first, words.count <= 8, part.content.first?.isWhitespace == false else { return false }
        if words.count > 1, orders.contains(first) { return true }
        return names.contains(words.joined(separator: " ").filter { !$0.isNumber }.trimmingSuffix(" "))
    }

    /// First words of what tells a writer to fill a place.
    private static let orders: Set<String> = ["insert", "your", "fill", "placeholder"]
    /// Usual names of places, folded and without a number at the end.
    private static let names: Set<String> = [
        "topic", "the topic", "topic name", "skill", "skills", "skill name", "the skill", "name", "names", "text",
        "the text", "your text", "answer", "your answer", "explanation", "place", "thing", "role", "act", "date",
        "city",
        "company", "company name", "product", "product name", "person", "character", "character name", "noun", "verb",
        "adjective", "placeholder", "insert", "x", "주제", "이름", "주제 이름", "thema", "sujet", "tema",
    ]
}

extension String {
    /// The text without a sign at its end.
    fileprivate func trimmingSuffix(_ sign: Character) -> String {
        last == sign ? String(dropLast()) : self
    }
}
