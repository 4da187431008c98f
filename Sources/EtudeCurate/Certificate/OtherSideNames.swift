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
        /// How many names that are left out lie inside a longer name that is allowed, or are mentions that the pipeline allows.
        public var allowedMentions = 0
    }

    private let matcher: NameMatcher
    private let heldOutSkills: Set<String>
    private let heldOutTopics: Set<String>
    private let allowedMentions: [ReleaseFacts.AllowedMention]

    /// A finder of the names of a release's catalog.
    public init(_ facts: ReleaseFacts) {
        let skills = facts.catalog.skills.flatMap { skill in
            NameForms.of(skill).map { NameMatcher.Name(owner: "skill:" + skill.id, form: $0) }
        }
        let topics = facts.catalog.topics.flatMap { topic in
            NameForms.of(topic).map { NameMatcher.Name(owner: "topic:" + topic.id, form: $0) }
        }
        matcher = NameMatcher(skills + topics)
        heldOutSkills = Set(facts.heldOutSkills.map { "skill:" + $0 })
        heldOutTopics = Set(facts.heldOutTopics.map { "topic:" + $0 })
        allowedMentions = facts.allowedMentions
    }

    /// What a row names of the side that its split leaves out, in any string that a trainer could read.
    ///
    /// Where the pipeline allows an entry to mention another, the requests of rows with that entry may: the entry's definition
    /// stands in them.
    public func findings(in row: Row, of split: SplitFacts) -> Findings {
        guard split.skills != .any || split.topics != .any else { return Findings() }
        let entries = Set(row.skills + [row.topic])
        let allowed = allowedMentions.filter { entries.contains($0.entry) }
        let excused = Set(allowed.flatMap { ["skill:" + $0.names, "topic:" + $0.names] })
        let requests =
            excused.isEmpty ? [] : (row.messages + row.prompt).filter { $0.role != .assistant }.map(\.content)
        var findings = Findings()
        for text in row.readableStrings {
            add(
                matcher.matches(in: text),
                excused: !excused.isEmpty && requests.contains(text) ? excused : [],
                split,
                to: &findings
            )
        }
        return findings
    }

    private func add(
        _ matches: [NameMatcher.Match],
        excused: Set<String>,
        _ split: SplitFacts,
        to findings: inout Findings
    ) {
        let allowed = matches.filter { !isForbidden($0, in: split) }
        for match in matches where isForbidden(match, in: split) {
            let isCovered = allowed.contains { $0.words.count > match.words.count && covers($0.words, match.words) }
            if isCovered || excused.contains(match.owner) {
                findings.allowedMentions += 1
            } else {
                findings.forbidden.append(match.form)
            }
        }
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
        var strings: [String] = []
        for text in (messages + prompt + completion).map(\.content) + [text, explanation]
        where !text.isEmpty && !strings.contains(text) {
            strings.append(text)
        }
        return strings
    }
}
