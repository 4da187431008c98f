import EtudeCore
import EtudeCurate
import EtudePublish
import EtudeSample
import EtudeStore

/// The texts of a survey: training rows and held-out rows, equally many of each k where there are so many, spread evenly over
/// skills, and the catalog's counterexamples of the held-out skills.
///
/// Which rows are taken follows from the plan's seed and the rows. A row is audited under its own seed, as its draft was where
/// drafts are audited, so that an answer which the journal holds is not paid for again.
struct ExposureSample {
    /// The texts.
    let texts: [SurveyedText]
    /// How many training rows there are, by k.
    let rows: [Int: Int]

    /// Draws the texts.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - spools: the rows of each of its cells.
    /// - Throws: ``EtudeError`` for rows that cannot be read back.
    init(_ plan: PipelinePlan, from spools: [RowSpool]) throws {
        let heldOut = plan.facts.heldOutSkills
        let seed = plan.seed.child("exposure")
        let training = plan.cells.map(\.cell).filter(plan.isAudited)
        let others = plan.cells.map(\.cell).filter { !plan.isAudited($0) }
        let rows = try Self.draw(plan.spec.exposure.sample, training, spools, seed.child("rows")) { _ in .row }
        let probes = try Self.draw(plan.spec.exposure.probes, others, spools, seed.child("probes")) { skills in
            let labels = skills.filter(heldOut.contains)
            return labels.isEmpty ? nil : .probe(labels: labels)
        }
        let controls = plan.heldOutSkills.compactMap { skill in
            skill.counterexample.map { text in
                let seed = seed.child("control", skill.id)
                return SurveyedText(role: .control(skill: skill.id), k: 0, text: text.text, seed: seed)
            }
        }
        texts = rows + probes + controls
        self.rows = Dictionary(training.map { ($0.k, spools[$0.index].count) }, uniquingKeysWith: +)
    }

    /// The rows of some cells that have a text and a role, at most so many of each k.
    private static func draw(
        _ limit: Int,
        _ cells: [Cell],
        _ spools: [RowSpool],
        _ seed: Seed,
        role: ([String]) -> SurveyedText.Role?
    ) throws -> [SurveyedText] {
        var candidates: [SetSelector.Candidate] = []
        try each(cells, spools) { row in
            guard let skills = role(row.skills)?.labels(of: row), !row.text.isEmpty else { return }
            candidates.append(SetSelector.Candidate(id: row.id, k: row.k, skills: skills))
        }
        let selector = SetSelector(seed: seed)
        let chosen = Set(candidates.map(\.k)).reduce(into: Set<String>()) { chosen, k in
            chosen.formUnion(selector.choose(limit, k: [k], from: candidates))
        }
        var texts: [SurveyedText] = []
        try each(cells, spools) { row in
            guard chosen.contains(row.id), let role = role(row.skills), let seed = UInt64(row.seed, radix: 16) else {
                return
            }
            texts.append(SurveyedText(role: role, k: row.k, text: row.text, seed: Seed(seed)))
        }
        return texts
    }

    private static func each(_ cells: [Cell], _ spools: [RowSpool], visit: (Row) throws -> Void) throws {
        for cell in cells {
            var lines = try spools[cell.index].lines()
            while let line = try lines.next() { try visit(try Row(json: try JSONParser.parse(line.text))) }
        }
    }
}

extension SurveyedText.Role {
    /// The skills over which rows of this role are spread.
    fileprivate func labels(of row: Row) -> [String] {
        if case .probe(let labels) = self { labels } else { row.skills }
    }
}
