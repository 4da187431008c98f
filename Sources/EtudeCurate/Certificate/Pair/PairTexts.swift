public import EtudeCore
import EtudeText

/// What the texts of two files say: names of the other file's skills, and texts near to one of the other file.
///
/// Held-out rows are taken first; rows are looked at without change, so that many may be at the same time, and counted in
/// order.
public struct PairTexts: Sendable {
    /// What was found in a row.
    public struct Findings: Sendable {
        let names: NameSearch.Findings
        let near: [DuplicateMatch]
    }

    /// A training row near to a held-out one.
    struct NearPair: Sendable {
        let train: String
        let match: DuplicateMatch
    }

    /// A row that names a skill of the other file.
    struct Mention: Sendable {
        let row: String
        let form: String
    }

    /// How many findings are told one by one.
    private static let examples = 10

    /// When texts are near; nil where they are not compared.
    let near: NearDuplicateSettings?
    /// How many rows of a file name a skill of the other.
    private(set) var naming: [PairSide: Int] = [:]
    /// The first such rows.
    private(set) var mentions: [PairSide: [Mention]] = [:]
    /// How many strings were searched, by file.
    private(set) var strings: [PairSide: Int] = [:]
    /// How many names of the other file lie inside longer names that are allowed.
    private(set) var allowedMentions: [PairSide: Int] = [:]
    /// How many training rows are near to a held-out text.
    private(set) var nearRows = 0
    /// The held-out rows that a training text is near to.
    private(set) var nearHeldOut: Set<String> = []
    /// The first near pairs.
    private(set) var pairs: [NearPair] = []

    private let search: NameSearch
    /// The skills that are in one file only, as the owners of names.
    private let exclusive: [PairSide: Set<String>]
    private var index: DuplicateIndex?

    /// No rows yet.
    ///
    /// - Parameters:
    ///   - labels: the labels of all rows of both files.
    ///   - near: when texts are near; nil where they are not compared.
    ///   - texts: where held-out texts are kept, empty.
    public init(_ labels: PairLabels, near: NearDuplicateSettings?, texts: any TextStore = TextArena()) {
        self.near = near
        search = NameSearch(
            labels.spellings.indices.flatMap { skill in
                labels.forms(of: skill).map { NameMatcher.Name(owner: "\(skill)", form: $0) }
            }
        )
        exclusive = Dictionary(
            uniqueKeysWithValues: PairSide.allCases.map { side in
                let own = (labels.skills[side] ?? []).subtracting(labels.skills[side.other] ?? [])
                return (side, Set(own.map { "\($0)" }))
            }
        )
        index = near.map { DuplicateIndex(settings: $0, texts: texts) }
    }

    /// Looks at a row.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - side: the file that it stands in; held-out rows have been counted before training rows are looked at.
    /// - Returns: what was found, to be counted.
    /// - Throws: ``EtudeError`` with code `io` where a text cannot be read again.
    public func findings(in row: LabelledRow, of side: PairSide) throws(EtudeError) -> Findings {
        var names = NameSearch.Findings()
        let forbidden = exclusive[side.other] ?? []
        if !forbidden.isEmpty {
            for text in row.strings { search.find(in: text, where: { forbidden.contains($0) }, &names) }
        }
        var near: [DuplicateMatch] = []
        if side == .train, let text = row.text, let index { near = try index.matches(for: index.entry(text)) }
        return Findings(names: names, near: near)
    }

    /// Counts what was found in a row.
    ///
    /// - Throws: ``EtudeError`` with code `io` where a text cannot be kept.
    public mutating func add(_ findings: Findings, in row: LabelledRow, of side: PairSide) throws(EtudeError) {
        strings[side, default: 0] += row.strings.count
        allowedMentions[side, default: 0] += findings.names.allowedMentions
        if let form = findings.names.forbidden.first {
            naming[side, default: 0] += 1
            if mentions[side, default: []].count < Self.examples {
                mentions[side, default: []].append(Mention(row: row.id, form: form))
            }
        }
        if side == .heldOut, let text = row.text, let entry = index?.entry(text) {
            try index?.insert(id: row.id, entry)
        }
        guard let first = findings.near.first else { return }
        nearRows += 1
        nearHeldOut.formUnion(findings.near.map(\.keptID))
        if pairs.count < Self.examples { pairs.append(NearPair(train: row.id, match: first)) }
    }
}
