public import EtudeCore
import EtudeText

/// Finds names of the side of a division that a split leaves out (``NameSearch``).
public struct OtherSideNames: Sendable {
    /// What was found in a text; mentions that the pipeline allows are allowed.
    public typealias Findings = NameSearch.Findings

    private let search: NameSearch
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
        search = NameSearch(skills + topics)
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
            let excused = !excused.isEmpty && requests.contains(text) ? excused : []
            search.find(in: text, excused: excused, where: { isForbidden($0, in: split) }, &findings)
        }
        return findings
    }

    private func isForbidden(_ owner: String, in split: SplitFacts) -> Bool {
        owner.hasPrefix("skill:")
            ? Self.isOther(isHeldOut: heldOutSkills.contains(owner), side: split.skills)
            : Self.isOther(isHeldOut: heldOutTopics.contains(owner), side: split.topics)
    }

    private static func isOther(isHeldOut: Bool, side: SplitFacts.Side) -> Bool {
        side != .any && isHeldOut != (side == .heldOut)
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
