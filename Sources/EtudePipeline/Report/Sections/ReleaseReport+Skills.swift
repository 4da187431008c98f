import EtudeCore
import EtudePublish

extension ReleaseReport {
    /// The skills whose acceptance is shown at most, and those of them that stand there at once.
    private static let (mostSkills, openSkills) = (300, 20)
    /// The pairs that a list of the most frequent ones shows.
    private static let listedPairs = 15

    /// Pairs of skills in training, and how often each skill succeeds.
    var skills: HTMLPage.Section {
        HTMLPage.Section(id: "skills", title: "Skills and their pairs", parts: pairParts + acceptanceParts)
    }

    /// The name of a skill; its id where the catalog has none.
    func skillName(_ id: String) -> String { divided.catalog.skill(id)?.name ?? id }

    // MARK: - Pairs

    private var pairParts: [String] {
        let splits = trainingSplits.joined(separator: ", ")
        let numbers = trainedSkills
        guard tally.skills.pairs.isEmpty == false else {
            return [HTML.paragraph("No training row holds two skills, so there are no pairs.")]
        }
        let possible = numbers.count * (numbers.count - 1) / 2
        let seen = tally.skills.pairs.count
        let lead = """
            Training rows (\(splits)) hold \(ReportNumber.grouped(seen)) of the \(ReportNumber.grouped(possible)) pairs of the \
            \(numbers.count) skills that training may hold\(closedPairs).
            """
        return [HTML.paragraph(lead)] + map(of: numbers, lead: lead) + [
            "<h3>By category</h3>", categoryTable, pairList,
        ]
    }

    /// The catalog's numbers of the skills that training may hold, category by category.
    private var trainedSkills: [Int] {
        let skills = divided.catalog.skills
        let categories = EvaluationReport.unique(skills.map(\.category))
        let ranks = Dictionary(categories.enumerated().map { ($1, $0) }) { first, _ in first }
        return skills.indices.filter { !divided.heldOutSkills.contains(skills[$0].id) || tally.skills.training[$0] > 0 }
            .sorted { (ranks[skills[$0].category] ?? 0, $0) < (ranks[skills[$1].category] ?? 0, $1) }
    }

    private var closedPairs: String {
        let closed = certificate["proved"]?["division"]?["closed_tuples"]
        guard let count = closed?["count"]?.int, count > 0, closed?["size"]?.int == 2 else { return "" }
        return "; \(ReportNumber.grouped(count)) \(count == 1 ? "is" : "are") kept out of training on purpose"
    }

    private func map(of numbers: [Int], lead: String) -> [String] {
        let all = divided.catalog.skills
        let shown =
            numbers.count <= HeatMap.mostLines
            ? numbers
            : Array(
                numbers.sorted { (tally.skills.training[$1], $0) < (tally.skills.training[$0], $1) }
                    .prefix(HeatMap.mostLines)
            )
            .sorted { (numbers.firstIndex(of: $0) ?? 0) < (numbers.firstIndex(of: $1) ?? 0) }
        let scale = ColourScale(most: tally.skills.pairs.values.max() ?? 0)
        let map = HeatMap(
            lines: shown.map { HeatMap.Line(name: all[$0].name, group: all[$0].category) },
            count: { tally.skills.pairs[SkillTally.Pair(shown[$0], shown[$1]), default: 0] },
            scale: scale
        )
        let rest = numbers.count - shown.count
        let note = rest > 0 ? ["The \(rest) skills with the fewest training rows are not in the map."] : []
        return [
            scale.key, map.drawing(id: "pairs", title: "Training rows by pair of skills", description: lead).html,
        ] + note.map { HTML.paragraph($0, class: "note") }
    }

    /// Rows by pair of categories; a row counts once for each of its pairs of skills.
    private var categoryTable: String {
        let skills = divided.catalog.skills
        var counts: [[String]: Int] = [:]
        for (pair, count) in tally.skills.pairs {
            counts[[skills[pair.first].category, skills[pair.second].category].sorted(), default: 0] += count
        }
        let names = EvaluationReport.unique(trainedSkills.map { skills[$0].category }).prefix(HeatMap.mostLines / 4)
        let scale = ColourScale(most: counts.values.max() ?? 0)
        let rows = names.map { name in
            [HTMLTable.Cell.words(name)]
                + names.map { other in
                    let count = counts[[name, other].sorted()] ?? 0
                    return .coloured(count, scale.name(of: count))
                }
        }
        let table = HTMLTable(
            caption: "Pairs of skills in training rows, by their categories",
            columns: [.words("category")] + names.map { .number($0) },
            rows: rows
        )
        return table.html
    }

    private var pairList: String {
        let skills = divided.catalog.skills
        let sorted = tally.skills.pairs.sorted {
            ($1.value, $0.key.first, $0.key.second) < ($0.value, $1.key.first, $1.key.second)
        }
        let rows = sorted.prefix(Self.listedPairs).map { pair, count in
            [HTMLTable.Cell.words("\(skills[pair.first].name) + \(skills[pair.second].name)"), .count(count)]
        }
        let table = HTMLTable(
            caption: "The pairs that most training rows hold",
            columns: [.words("pair"), .number("rows")],
            rows: Array(rows)
        )
        return HTML.details("The most frequent pairs", [table.html])
    }

    // MARK: - Acceptance

    private var acceptanceParts: [String] {
        let skills = divided.catalog.skills
        let asked = skills.indices.filter { tally.skills.accepted[$0].trials > 0 }
        guard !asked.isEmpty else { return [] }
        func share(_ number: Int) -> Double { tally.skills.accepted[number].share ?? 0 }
        let sorted = asked.sorted { (share($0), $0) < (share($1), $1) }
        let rows = sorted.prefix(Self.mostSkills).map { number -> [HTMLTable.Cell] in
            let sample = tally.skills.accepted[number]
            let skill = skills[number]
            return [
                .words(skill.name),
                ShareBar(parts: [ShareBar.Part(name: "keep", value: sample.successes)], whole: sample.trials).cell,
                .words(ReportNumber.share(sample.successes, of: sample.trials)), .count(sample.trials),
                .count(sample.successes), .words(skill.category),
                .words(divided.heldOutSkills.contains(skill.id) ? "held out" : "train"),
            ]
        }
        func table(_ caption: String, _ rows: ArraySlice<[HTMLTable.Cell]>) -> String {
            let columns: [HTMLTable.Column] = [
                .words("skill"), .words("accepted drafts"), .number("accepted"), .number("drafts"), .number("rows"),
                .words("category"), .words("side"),
            ]
            return HTMLTable(caption: caption, columns: columns, rows: Array(rows)).html
        }
        let (first, others) = (rows.prefix(Self.openSkills), rows.dropFirst(Self.openSkills))
        let rest = sorted.count - rows.count
        return [
            "<h3>Acceptance by skill</h3>",
            HTML.paragraph(
                """
                How many of the decided drafts that were asked to show a skill became rows. A draft counts for each of its \
                skills, and may have been lost for another of them, or for none.
                """
            ),
            table("Decided drafts of this release by skill, the lowest acceptance first", first),
        ]
            + (others.isEmpty
                ? []
                : [HTML.details("\(others.count) more skills", [table("Skills with a higher acceptance", others)])])
            + (rest > 0 ? [HTML.paragraph("\(rest) more skills have a higher acceptance.", class: "note")] : [])
    }
}
