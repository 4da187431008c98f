public import EtudeCore
import EtudeText

/// Finds names of the side of a division that a split leaves out.
///
/// All names of both sides are looked for in one pass; a match of a name that is left out does not count where it lies inside
/// a longer match of a name that is allowed.
public struct OtherSideNames: Sendable {
    /// What was found in a text.
    public struct Findings: Sendable, Hashable {
        /// The forms of names that are left out, in the order of the text.
        public var forbidden: [String] = []
        /// How many names that are left out lie inside a longer name that is allowed.
        public var allowedMentions = 0
    }

    private let matcher: NameMatcher
    private let heldOutSkills: Set<String>
    private let heldOutTopics: Set<String>

    /// A finder of a catalog's names.
    ///
    /// - Parameters:
    ///   - catalog: every skill and topic.
    ///   - heldOutSkills: the ids of the held-out skills.
    ///   - heldOutTopics: the ids of the held-out topics.
    public init(catalog: Catalog, heldOutSkills: Set<String>, heldOutTopics: Set<String>) {
        let skills = catalog.skills.flatMap { skill in
            NameForms.of(skill).map { NameMatcher.Name(owner: "skill:" + skill.id, form: $0) }
        }
        let topics = catalog.topics.flatMap { topic in
            NameForms.of(topic).map { NameMatcher.Name(owner: "topic:" + topic.id, form: $0) }
        }
        matcher = NameMatcher(skills + topics)
        self.heldOutSkills = Set(heldOutSkills.map { "skill:" + $0 })
        self.heldOutTopics = Set(heldOutTopics.map { "topic:" + $0 })
    }

    /// What a text of a split names of the side that the split leaves out.
    public func findings(in text: String, of split: SplitFacts) -> Findings {
        guard split.skills != .any || split.topics != .any else { return Findings() }
        let matches = matcher.matches(in: text)
        let allowed = matches.filter { !isForbidden($0, in: split) }
        var findings = Findings()
        for match in matches where isForbidden(match, in: split) {
            if allowed.contains(where: { $0.words.count > match.words.count && covers($0.words, match.words) }) {
                findings.allowedMentions += 1
            } else {
                findings.forbidden.append(match.form)
            }
        }
        return findings
    }

    private func isForbidden(_ match: NameMatcher.Match, in split: SplitFacts) -> Bool {
        match.owner.hasPrefix("skill:")
            ? Self.isOther(isHeldOut: heldOutSkills.contains(match.owner), side: split.skills)
            : Self.isOther(isHeldOut: heldOutTopics.contains(match.owner), side: split.topics)
    }

    private static func isOther(isHeldOut: Bool, side: SplitFacts.Side) -> Bool {
        side != .any && isHeldOut != (side == .heldOut)
    }

    private func covers(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
        outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
    }
}

extension Row {
    /// Every string of the row that a trainer could read, each once: turns, text, explanation.
    public var readableStrings: [String] {
        var seen: Set<String> = []
        let all = (messages + prompt + completion).map(\.content) + [text, explanation]
        return all.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
