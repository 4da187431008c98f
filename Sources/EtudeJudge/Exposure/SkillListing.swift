import EtudeCore
import EtudeText

/// Reads which skills a judge lists: `{"shown": […]}`, or ids or names, one a line.
///
/// A name too many costs one question more, so lines are read generously: a number, bullet, colon or remark does no harm. An
/// answer that names no skill and does not say so either cannot be read.
enum SkillListing {
    /// The ids listed, in the order of `skills`.
    ///
    /// - Parameters:
    ///   - answer: what the judge answered.
    ///   - skills: those it was asked about.
    /// - Returns: the ids; nil where the answer cannot be read.
    static func ids(in answer: AuditAnswer, of skills: [Skill]) -> [String]? {
        guard let lists = answer.objects?.compactMap({ $0["shown"] }) else { return nil }
        let names: [String]
        if lists.isEmpty {
            names = answer.lines.map(label).filter { !$0.isEmpty }
        } else {
            guard Set(lists).count == 1, let list = lists[0].array else { return nil }
            if list.isEmpty { return [] }
            names = list.compactMap(\.string)
        }
        let words = names.map(Folding.nameWords)
        let listed = skills.filter { skill in
            let forms = (NameForms.of(skill) + [skill.id]).map(Folding.nameWords)
            return words.contains { forms.contains($0) }
        }
        guard listed.isEmpty else { return listed.map(\.id) }
        return words.contains(where: denials.contains) ? [] : nil
    }

    /// What a line names: its words before a colon or bracket, without number, bullet and emphasis.
    private static func label(_ line: Substring) -> String {
        GradingLine(line).label.prefix { !"([".contains($0) }.trimmed
    }

    private static let denials = Set(
        ["none", "none of them", "none of these", "no skills", "없음"].map(Folding.nameWords)
    )
}

extension StringProtocol {
    /// The text without blanks at its ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
