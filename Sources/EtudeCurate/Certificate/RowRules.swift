public import EtudeCore
import EtudeText

/// Checks the rows of a release against everything a certificate promises.
///
/// Rows are fed split by split in ``ReleaseFacts/decisionOrder``, and within a split in the order of its files. When all
/// have been fed, ``certificate(measured:)`` says what was proved; it holds only where no violation was found.
public struct RowRules: Sendable {
    let facts: ReleaseFacts
    private let splits: [String: SplitFacts]
    private let skillNumbers: [String: Int]
    private let names: OtherSideNames
    private var ids: Set<String> = []
    private var order = OrderRule()
    private var combinations = CombinationRule()
    private var texts: NearTextRule
    private(set) var tallies: [String: SplitTally] = [:]

    /// The rules of a release, no row checked yet.
    public init(_ facts: ReleaseFacts) {
        self.facts = facts
        splits = Dictionary(facts.splits.map { ($0.name, $0) }) { first, _ in first }
        skillNumbers = Dictionary(facts.catalog.skills.enumerated().map { ($1.id, $0) }) { first, _ in first }
        names = OtherSideNames(facts)
        texts = NearTextRule(facts.near)
    }

    /// Checks one row, in its JSON form.
    ///
    /// - Parameters:
    ///   - json: what a line of a shard holds.
    ///   - shard: the path of the shard.
    ///   - line: the line, from 1.
    /// - Returns: what the row breaks.
    public mutating func check(_ json: JSONValue, shard: String, line: Int) -> [Violation] {
        do {
            return check(try Row(json: json), shard: shard)
        } catch {
            return [Violation(rule: RowRule.schema.rawValue, row: "\(shard):\(line)", message: error.message)]
        }
    }

    /// Checks one row.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - shard: the path of the shard it stands in.
    /// - Returns: what the row breaks.
    public mutating func check(_ row: Row, shard: String) -> [Violation] {
        guard let split = splits[row.split] else {
            return [violation(.schema, row, "The release has no split \"\(row.split)\".")]
        }
        var found = FormatRule().problems(of: row).map { violation(.schema, row, $0) }
        found += AgreementRule(facts: facts).problems(of: row, in: split).map { violation(.rowAgreement, row, $0) }
        found += identity(row) + labels(row, in: split)
        found += combinations.problem(of: row, in: split).map { [violation($0.rule, row, $0.message)] } ?? []
        found += order.problem(of: row, in: shard).map { [violation(.order, row, $0)] } ?? []
        found += mentions(row, in: split)
        if split.texts { found += self.texts(row, in: split) }
        // The id of a row that is wrong elsewhere is wrong for that reason.
        if found.isEmpty, !row.hasID(ofDataset: facts.name) {
            found.append(violation(.rowID, row, "The id does not follow from the split, k, skills and topic."))
        }
        tallies[split.name, default: SplitTally()].add(
            skills: row.skills.compactMap { skillNumbers[$0] },
            k: row.k,
            topic: row.topic
        )
        return found
    }

    private mutating func identity(_ row: Row) -> [Violation] {
        guard FormatRule.isHexadecimal(row.id, count: 16) else {
            return [violation(.uniqueID, row, "The id is not 16 lower-case hexadecimal digits.")]
        }
        return ids.insert(row.id).inserted ? [] : [violation(.uniqueID, row, "Another row has the same id.")]
    }

    private func labels(_ row: Row, in split: SplitFacts) -> [Violation] {
        var found = row.skills.filter { !facts.isSkill($0, on: split.skills) }.map {
            violation(.splitSkills, row, "The skill \"\($0)\" is not on the side that \"\(split.name)\" names.")
        }
        if split.skills == .any, Set(row.skills.map(facts.heldOutSkills.contains)).count < 2 {
            found.append(violation(.splitSkills, row, "The split wants at least one skill of each side."))
        }
        if !facts.isTopic(row.topic, on: split.topics) {
            let message = "The topic \"\(row.topic)\" is not on the side that \"\(split.name)\" names."
            found.append(violation(.splitTopics, row, message))
        }
        return found + closedTuples(row, in: split)
    }

    /// Closed tuples are of train skills, and what mixes both sides is no training row.
    private func closedTuples(_ row: Row, in split: SplitFacts) -> [Violation] {
        guard split.skills == .train else { return [] }
        switch (split.combinations, facts.closed.first(in: row.skills)) {
        case (.open, let closed?):
            let together = closed.map { "\"\($0)\"" }.joined(separator: ", ")
            return [violation(.closedCombination, row, "An open row holds the closed tuple of \(together).")]
        case (.heldOut, nil):
            return [violation(.closedCombination, row, "The row of held-out combinations holds no closed tuple.")]
        default:
            return []
        }
    }

    private mutating func mentions(_ row: Row, in split: SplitFacts) -> [Violation] {
        let findings = names.findings(in: row, of: split)
        tallies[split.name, default: SplitTally()].add(
            strings: row.readableStrings.count,
            allowedMentions: findings.allowedMentions
        )
        guard let form = findings.forbidden.first else { return [] }
        return [
            violation(
                .namesOtherSide,
                row,
                "It names \"\(form)\", which is on the side that \"\(split.name)\" leaves out."
            )
        ]
    }

    private mutating func texts(_ row: Row, in split: SplitFacts) -> [Violation] {
        var found = texts.problem(of: row, in: split).map { [violation($0.rule, row, $0.message)] } ?? []
        let count = Sentences.count(row.text)
        if let limit = facts.sentenceLimits[row.k], count > limit {
            found.append(violation(.sentenceLimit, row, "The text has \(count) sentences, and \(limit) are allowed."))
        }
        return found
    }

    private func violation(_ rule: RowRule, _ row: Row, _ message: String) -> Violation {
        Violation(rule: rule.rawValue, row: row.id, message: message)
    }
}
