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
    private var ids: Set<UInt64> = []
    private var order = OrderRule()
    private var combinations = CombinationRule()
    private var texts: NearTextRule
    private(set) var tallies: [String: SplitTally] = [:]

    /// The rules of a release, no row checked yet.
    ///
    /// - Parameters:
    ///   - facts: what the release says of itself.
    ///   - texts: where the texts are kept with which others are compared, empty.
    public init(_ facts: ReleaseFacts, texts: any TextStore = TextArena()) {
        self.facts = facts
        splits = Dictionary(facts.splits.map { ($0.name, $0) }) { first, _ in first }
        skillNumbers = Dictionary(facts.catalog.skills.enumerated().map { ($1.id, $0) }) { first, _ in first }
        names = OtherSideNames(facts)
        self.texts = NearTextRule(facts.near, texts: texts)
    }

    /// Takes the next row, of which everything is known that needs no other.
    ///
    /// - Parameters:
    ///   - row: the row, examined by these rules.
    ///   - shard: the path of the shard.
    ///   - line: the line, from 1.
    /// - Returns: what the row breaks.
    /// - Throws: ``EtudeError`` with code `io` where a text cannot be kept or read again.
    public mutating func take(_ row: ExaminedRow, shard: String, line: Int) throws(EtudeError) -> [Violation] {
        switch row.content {
        case .unreadable(let message):
            return [Violation(rule: RowRule.schema.rawValue, row: "\(shard):\(line)", message: message)]
        case .foreign(let violation):
            return [violation]
        case .row(let findings):
            return try take(findings, shard: shard)
        }
    }

    /// Finds what of a row needs no other row: the costly part, which any number of threads may do at once.
    public func examine(_ json: JSONValue) -> ExaminedRow {
        do {
            return examine(try Row(json: json))
        } catch {
            return ExaminedRow(.unreadable(error.message))
        }
    }

    /// Finds what of a row needs no other row.
    public func examine(_ row: Row) -> ExaminedRow {
        guard let split = splits[row.split] else {
            return ExaminedRow(.foreign(violation(.schema, row, "The release has no split \"\(row.split)\".")))
        }
        var alone = FormatRule().problems(of: row).map { violation(.schema, row, $0) }
        alone += AgreementRule(facts: facts).problems(of: row, in: split).map { violation(.rowAgreement, row, $0) }
        if row.number == nil {
            alone.append(violation(.uniqueID, row, "The id is not 16 lower-case hexadecimal digits."))
        }
        alone += labels(row, in: split)
        let names = names.findings(in: row, of: split)
        alone += mention(names, row, in: split) + (split.texts ? sentences(row) : [])
        return ExaminedRow(
            .row(
                ExaminedRow.Findings(
                    row: row,
                    split: split,
                    alone: alone,
                    strings: row.readableStrings.count,
                    allowedMentions: names.allowedMentions,
                    combination: CombinationRule.key(of: row),
                    text: split.texts ? texts.entry(row.text) : nil,
                    hasOwnID: row.hasID(ofDataset: facts.name)
                )
            )
        )
    }

    private mutating func take(_ findings: ExaminedRow.Findings, shard: String) throws(EtudeError) -> [Violation] {
        let (row, split) = (findings.row, findings.split)
        var found = findings.alone
        if let number = row.number, !ids.insert(number).inserted {
            found.append(violation(.uniqueID, row, "Another row has the same id."))
        }
        if let problem = combinations.problem(of: row, findings.combination, in: split) {
            found.append(violation(problem.rule, row, problem.message))
        }
        if let problem = order.problem(of: row, in: shard) { found.append(violation(.order, row, problem)) }
        if let text = findings.text, let problem = try texts.problem(of: row, text, in: split) {
            found.append(violation(problem.rule, row, problem.message))
        }
        // The id of a row that is wrong elsewhere is wrong for that reason.
        if found.isEmpty, !findings.hasOwnID {
            found.append(violation(.rowID, row, "The id does not follow from the split, k, skills and topic."))
        }
        tallies[split.name, default: SplitTally()].add(
            strings: findings.strings,
            allowedMentions: findings.allowedMentions
        )
        tallies[split.name, default: SplitTally()].add(
            skills: row.skills.compactMap { skillNumbers[$0] },
            k: row.k,
            topic: row.topic
        )
        return found
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

    private func mention(_ names: OtherSideNames.Findings, _ row: Row, in split: SplitFacts) -> [Violation] {
        guard let form = names.forbidden.first else { return [] }
        let message = "It names \"\(form)\", which is on the side that \"\(split.name)\" leaves out."
        return [violation(.namesOtherSide, row, message)]
    }

    private func sentences(_ row: Row) -> [Violation] {
        let count = Sentences.count(row.text)
        guard let limit = facts.sentenceLimits[row.k], count > limit else { return [] }
        return [violation(.sentenceLimit, row, "The text has \(count) sentences, and \(limit) are allowed.")]
    }

    private func violation(_ rule: RowRule, _ row: Row, _ message: String) -> Violation {
        Violation(rule: rule.rawValue, row: row.id, message: message)
    }
}
