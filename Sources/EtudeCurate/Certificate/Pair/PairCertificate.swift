public import EtudeCore
import EtudeText

/// What is proved of two files of which one is held out, what was not looked at, and what is not claimed.
public struct PairCertificate: Sendable {
    /// The version of the format.
    public static let version = 1

    private let labels: PairLabels
    private let texts: PairTexts
    private let hasCatalog: Bool

    /// The certificate of two files whose rows were all taken.
    ///
    /// - Parameters:
    ///   - labels: what their labels say.
    ///   - texts: what their texts say.
    ///   - hasCatalog: whether labels and names are those of a catalog.
    public init(_ labels: PairLabels, _ texts: PairTexts, hasCatalog: Bool) {
        self.labels = labels
        self.texts = texts
        self.hasCatalog = hasCatalog
    }

    /// The rules that were checked; topics and texts only where rows have them.
    public var rules: [PairRule] {
        PairRule.allCases.filter { rule in
            switch rule {
            case .texts: texts.near != nil
            case .topics: PairSide.allCases.contains { !labels.tally(of: $0).topics.isEmpty }
            default: true
            }
        }
    }

    /// How often a rule is broken: shared labels or tuples, rows that name the other side, training rows near to held-out ones.
    public func breaches(of rule: PairRule) -> Int {
        let (train, heldOut) = (labels.tally(of: .train), labels.tally(of: .heldOut))
        func shared(_ size: Int) -> Int { (heldOut.tuples[size] ?? []).intersection(train.tuples[size] ?? []).count }
        return switch rule {
        case .skills: shared(1)
        case .pairs: shared(2)
        case .triples: shared(3)
        case .sets: heldOut.skillSets.intersection(train.skillSets).count
        case .topics: heldOut.topics.intersection(train.topics).count
        case .names: texts.naming.values.reduce(0, +)
        case .texts: texts.nearRows
        }
    }

    /// The rows of a file with a skill of the other, with only such skills, and with exactly the skills of a row of the other.
    func overlap(of side: PairSide) -> (any: PairLabels.Rows, all: PairLabels.Rows, same: PairLabels.Rows) {
        let others = labels.skills[side.other] ?? []
        return (
            labels.rows(of: side) { $0.contains(where: others.contains) },
            labels.rows(of: side) { !$0.isEmpty && $0.allSatisfy(others.contains) },
            labels.rows(of: side) { !$0.isEmpty && labels.has($0, in: side.other) }
        )
    }

    /// What nobody should read into the certificate, as sentences.
    public var notClaimed: [String] {
        let catalog =
            "That a skill is named only by its label: without a catalog, aliases and inflections are not looked for, and two "
            + "names of one skill count as two skills."
        let others = PairRule.allCases.filter { !rules.contains($0) }.map {
            "That the files have no \($0.rawValue) in common, which were not compared."
        }
        return others + (hasCatalog ? [] : [catalog]) + [
            "That a text shows no skill beyond its labels: a training text may show a held-out skill that nobody labelled.",
            "That the labels are right.",
            "That the search for near duplicates finds every pair: of those right at the threshold it misses about one in 100.",
            "That texts which say the same in other words are recognized as duplicates.",
            "That a model trained on the rows has not met the held-out skills and texts elsewhere.",
        ]
    }

    /// The certificate as a JSON object with keys in their fixed order.
    public var json: JSONValue {
        [
            "version": .int(Self.version),
            "proved": [
                "splits": .object(
                    PairSide.allCases.map { side in
                        JSONMember(side.rawValue, self.json(of: side))
                    }
                ),
                "shared_skills": .array(labels.shared.map(JSONValue.string)),
                "near_duplicates": near,
                "rules": .array(
                    rules.map {
                        [
                            "rule": .string($0.rawValue), "statement": .string($0.statement),
                            "breaches": .int(breaches(of: $0)),
                        ]
                    }
                ),
            ],
            "measured": hasCatalog ? ["labels_not_in_catalog": .array(labels.unknown.map(JSONValue.string))] : [:],
            "not_claimed": .array(notClaimed.map(JSONValue.string)),
        ]
    }

    private func json(of side: PairSide) -> JSONValue {
        var tally = labels.tally(of: side)
        tally.add(strings: texts.strings[side] ?? 0, allowedMentions: texts.allowedMentions[side] ?? 0)
        let overlap = overlap(of: side)
        let mentions = (texts.mentions[side] ?? []).map { mention -> JSONValue in
            ["row": .string(mention.row), "name": .string(mention.form)]
        }
        return .object(
            (tally.json(sharedWith: side.other.rawValue, [labels.tally(of: side.other)]).members ?? []) + [
                JSONMember("rows_with_shared_skill", .int(overlap.any.count)),
                JSONMember("rows_with_only_shared_skills", .int(overlap.all.count)),
                JSONMember("rows_with_shared_skill_set", .int(overlap.same.count)),
                JSONMember("rows_naming_other_side", .int(texts.naming[side] ?? 0)),
                JSONMember("names_of_other_side", .array(mentions)),
            ]
        )
    }

    private var near: JSONValue {
        guard let near = texts.near else { return .null }
        return [
            "unit": .string(near.unit.rawValue),
            "shingle": .int(near.shingle),
            "threshold": .double(near.threshold),
            "words_changed": .int(near.wordsChanged),
            "train_rows": .int(texts.nearRows),
            "held_out_rows": .int(texts.nearHeldOut.count),
            "pairs": .array(
                texts.pairs.map { pair in
                    [
                        "train": .string(pair.train), "held_out": .string(pair.match.keptID),
                        "similarity": .double(pair.match.similarity), "rule": .string(pair.match.rule.rawValue),
                    ]
                }
            ),
        ]
    }
}
