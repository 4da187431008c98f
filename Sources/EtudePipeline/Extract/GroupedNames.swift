import EtudeCore

/// A model's division of numbered names into groups.
struct GroupedNames: Sendable {
    /// A group: what the model says of it, and its members' numbers.
    private struct Group: Sendable {
        let json: JSONValue
        let members: [Int]
    }

    /// The numbers of entries that name no skill, ascending.
    let noSkill: [Int]
    private let groups: [Group]
    /// The numbers that stand nowhere, ascending.
    private let alone: [Int]

    /// Reads a division.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - count: how many names there are, from 1.
    ///   - isLast: whether one that is not exact is taken: the first place of each number counts, and a number without one stays
    ///     alone.
    init?(_ answer: ExtractionAnswer, count: Int, _ isLast: Bool) {
        guard let lists = answer.list("groups") else { return nil }
        var left = Set(1...count)
        var isExact = true
        func take(_ json: JSONValue?) -> [Int] {
            (json?.array ?? []).compactMap { element in
                guard let number = NumberedEntries.number(element), left.remove(number) != nil else {
                    isExact = false
                    return nil
                }
                return number
            }
        }
        groups = lists.map { Group(json: $0, members: take($0["members"])) }.filter { !$0.members.isEmpty }
        noSkill = take(.array(answer.list("no_skill") ?? [])).sorted()
        alone = left.sorted()
        guard isLast ? !groups.isEmpty || !noSkill.isEmpty : isExact && left.isEmpty else { return nil }
    }

    /// One proposal for each group, and those that stand alone.
    ///
    /// A group whose name or definition is refused has those of its first member.
    ///
    /// - Parameters:
    ///   - part: the proposals that were numbered.
    ///   - origin: who grouped them.
    ///   - books: take note of examples that are refused.
    /// - Returns: the proposals.
    func merged(_ part: [Proposal], origin: String, noting books: inout ExtractionBooks) -> [Proposal] {
        groups.map { group in
            let members = group.members.map { part[$0 - 1] }
            var whole = members[0]
            if let name = try? ProposedText.name(group.json["name"]?.string ?? ""),
                let definition = try? ProposedText.definition(group.json["definition"]?.string ?? "")
            {
                (whole.name, whole.definition, whole.origin) = (name, definition, origin)
            }
            whole.examples = ProposedSkill.example(group.json["example"], noting: &books)
            whole.aliases = members.flatMap { [$0.name] + $0.aliases }
            whole.count = members.map(\.count).reduce(0, +)
            return whole
        } + alone.map { part[$0 - 1] }
    }
}
