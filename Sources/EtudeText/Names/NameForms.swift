public import EtudeCore

/// The written forms under which a text may name a skill or a topic.
///
/// A parenthesis in a name, as in "complex question (fallacy)", gives the whole without the brackets, and what stands
/// outside the parenthesis where that is two words or more: a single everyday word is no name of its own. A leading article
/// may be absent.
public enum NameForms: Sendable {
    /// The forms of a skill's name, aliases and inflections, in that order, each once.
    public static func of(_ skill: Skill) -> [String] {
        forms([skill.name] + skill.aliases + skill.inflections)
    }

    /// The forms of a topic's name and aliases, in that order, each once.
    public static func of(_ topic: Topic) -> [String] {
        forms([topic.name] + topic.aliases)
    }

    private static func forms(_ names: [String]) -> [String] {
        var seen: Set<[String]> = []
        return names.flatMap(variants).filter { form in
            let words = Folding.nameWords(form)
            return !words.isEmpty && seen.insert(words).inserted
        }
    }

    private static func variants(_ name: String) -> [String] {
        let whole = joined(name.filter { !"()[]".contains($0) })
        let outside = joined(withoutParentheses(name))
        let bases = Folding.words(withoutArticle(outside)).count >= 2 ? [whole, outside] : [whole]
        return bases.flatMap { [$0, withoutArticle($0)] }
    }

    /// The name less everything in brackets.
    private static func withoutParentheses(_ name: String) -> String {
        var depth = 0
        return name.filter { character in
            if "([".contains(character) { depth += 1 }
            defer { if ")]".contains(character) { depth = max(0, depth - 1) } }
            return depth == 0
        }
    }

    private static func withoutArticle(_ form: String) -> String {
        let words = form.split(separator: " ")
        guard words.count > 1, ["the", "a", "an"].contains(words[0].lowercased()) else { return form }
        return words.dropFirst().joined(separator: " ")
    }

    /// The text with one blank between words and none around.
    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
