import EtudeCore
import EtudePublish
import EtudeText

/// What a report says of the rows and rejected drafts, gathered in one pass over them in bounded memory.
struct ReleaseTally {
    /// Drafts of one cell and one reason.
    struct RejectGroup: Hashable {
        let reason: String
        let cell: ReportCell
    }

    /// How many of each group are kept to be shown.
    private static let (perCell, perSkill, perReason, perRule) = (5, 2, 3, 4)
    /// The most groups and skills of which any are kept.
    static let (mostGroups, mostSkills) = (150, HeatMap.mostLines)

    private let release: Int
    private let trainingSplits: Set<String>
    private(set) var skills: SkillTally
    private(set) var marks = MarkTallies()
    private(set) var lengths: [ReportCell: LengthTally] = [:]
    /// Rows by cell.
    private(set) var rows: [ReportCell: Int] = [:]
    /// Rejected drafts by reason and cell.
    private(set) var rejected: [RejectGroup: Int] = [:]
    /// Near duplicates by the rule that found them.
    private(set) var near: [String: Int] = [:]
    private(set) var cellSamples: [ReportCell: LeastSample<ShownDraft>] = [:]
    private(set) var skillSamples: [String: LeastSample<ShownDraft>] = [:]
    private(set) var rejectedSamples: [RejectGroup: LeastSample<ShownDraft>] = [:]
    private(set) var nearSamples: [String: LeastSample<ShownDraft>] = [:]
    /// The kept texts to which the sampled near duplicates are near; nil until their row comes by.
    private(set) var kept: [String: ShownDraft?] = [:]

    /// The tally of nothing yet.
    ///
    /// - Parameters:
    ///   - release: the number of the release.
    ///   - catalog: its skills.
    ///   - trainingSplits: the splits that hold nothing held out.
    init(release: Int, catalog: Catalog, trainingSplits: Set<String>) {
        self.release = release
        self.trainingSplits = trainingSplits
        skills = SkillTally(catalog)
    }

    /// Takes a rejected draft; all of them come before the rows.
    mutating func add(_ record: RejectedRecord) {
        let cell = ReportCell(split: record.split, k: record.k)
        let group = RejectGroup(reason: record.reason.code, cell: cell)
        rejected[group, default: 0] += 1
        skills.add(decided: record.skills, isAccepted: false)
        marks.add(record.marks, k: record.k)
        if rejectedSamples.count < Self.mostGroups || rejectedSamples[group] != nil {
            rejectedSamples[group, default: LeastSample(most: Self.perReason)].offer(record.id) { ShownDraft(record) }
        }
        guard let match = record.near else { return }
        near[match.rule, default: 0] += 1
        nearSamples[match.rule, default: LeastSample(most: Self.perRule)].offer(record.id) { ShownDraft(record) }
    }

    /// Ends the rejected drafts: from now on the texts to which the sampled ones are near are looked for.
    mutating func endRejected() {
        for sample in nearSamples.values {
            for draft in sample.elements { if let near = draft.near { kept.updateValue(nil, forKey: near.kept) } }
        }
    }

    /// Takes a row.
    mutating func add(_ row: Row) {
        let cell = ReportCell(split: row.split, k: row.k)
        rows[cell, default: 0] += 1
        if trainingSplits.contains(row.split) { skills.add(training: row.skills) }
        if kept.keys.contains(row.id) { kept.updateValue(ShownDraft(row), forKey: row.id) }
        cellSamples[cell, default: LeastSample(most: Self.perCell)].offer(row.id) { ShownDraft(row) }
        guard !row.text.isEmpty else { return }
        if row.release == release { skills.add(decided: row.skills, isAccepted: true) }
        marks.add(row.marks, k: row.k)
        lengths[cell, default: LengthTally()].add(words: Folding.writtenWords(row.text).count)
        for skill in row.skills where skillSamples.count < Self.mostSkills || skillSamples[skill] != nil {
            skillSamples[skill, default: LeastSample(most: Self.perSkill)].offer(row.id) { ShownDraft(row) }
        }
    }

    /// How many drafts there are to show, so that each gets its part of the page.
    var shownCount: Int {
        let samples =
            Array(cellSamples.values) + Array(skillSamples.values) + Array(rejectedSamples.values)
            + Array(nearSamples.values)
        return samples.reduce(kept.count) { $0 + $1.elements.count }
    }
}
