import EtudeCore
import EtudeJudge

extension EvaluationReport {
    /// The parts of the report, in order, for the terminal and the page alike.
    var sections: [ReportSection] {
        var sections = [heading]
        sections += tables.map { section(of: $0) }
        sections += tables.filter { !$0.comparisons.isEmpty }.map { comparisons(in: $0) }
        if !agreements.isEmpty { sections.append(agreement) }
        if options.showsPublished { sections.append(published) }
        if !warnings.isEmpty { sections.append(ReportSection(title: "Warnings", notes: warnings)) }
        return sections
    }

    private var heading: ReportSection {
        let rules = options.rules
        let deduction =
            switch rules.nameDeduction {
            case nil: "no point is deducted for a skill that is named"
            case .robust: "a skill that the text names has no point (whole words)"
            case .original: "a skill that the text names has no point (the original rule)"
            }
        return ReportSection(
            title: context.title,
            lead: [
                "SKILL-MIX(k): Ratio of Full Marks / Ratio of All Skills / Skill Fraction.",
                """
                Sentences are counted by the \(rules.sentenceRule.rawValue) rule; \(deduction). Standard errors are over \
                combinations.
                """,
            ]
        )
    }

    // MARK: - The students' table

    private func section(of table: EvaluationTable) -> ReportSection {
        var section = ReportSection(title: Self.capitalized(table.name))
        section.header = ["student", ""] + table.ks.map { "k=\($0)" }
        section.rows = table.students.flatMap { rows(of: $0, in: table) }
        section.rows += seenPairs(in: table)
        section.notes = [
            """
            "± error" is the standard error of the row above it. "can show" is the smallest true difference to another student \
            that this cell would find in 80% of evaluations of its size (two-sided test at 5%), at worst; compared students \
            share their questions, for which see the comparison.
            """
        ]
        section.notes += table.students.compactMap { student in
            table.saturation(of: student).map {
                "\(student) is saturated at k=\($0): fewer than 5% of its combinations have full marks."
            }
        }
        if options.novelty != nil {
            section.notes.append(
                """
                "beyond" is the least share of full marks that no text of the corpus can hold already: \
                1 - p_s^k · p_t · L / full marks.
                """
            )
        }
        return section
    }

    private func rows(of student: String, in table: EvaluationTable) -> [[String]] {
        let cells = table.ks.map { table.cell(of: student, k: $0) }
        let generations = cells.compactMap { $0?.generations }.max() ?? 1
        func row(_ name: String, _ cell: (CellScore) -> String?) -> [String] {
            ["", name] + cells.map { $0.flatMap(cell) ?? "-" }
        }
        func rows(_ name: String, _ aggregation: CellScore.Aggregation) -> [[String]] {
            [
                row(name) { cell in Self.triple { cell.estimate(of: $0, over: aggregation)?.mean } },
                row("± error") { cell in
                    Self.triple(digits: 3) { cell.estimate(of: $0, over: aggregation)?.standardError }
                },
            ]
        }
        var result = rows(generations > 1 ? "best of \(generations)" : "", .best)
        result[0][0] = student
        if generations > 1 { result += rows("mean of \(generations)", .mean) }
        result.append(
            row("can show") { cell in
                Self.shown { cell.estimate(of: $0, over: .best).map(SmallestDifference.alone) }
            }
        )
        if let novelty = options.novelty {
            result.append(row("beyond") { Self.beyond($0, novelty) })
        }
        return result
    }

    private func seenPairs(in table: EvaluationTable) -> [[String]] {
        let seen = context.seenPairs.filter { $0.setting == table.setting }
        guard !seen.isEmpty else { return [] }
        let cells = table.ks.map { k in
            seen.first { $0.k == k }?.pairs.share.map(ReportNumber.percent) ?? "-"
        }
        return [["skill pairs that training rows hold", ""] + cells]
    }

    private static func beyond(_ cell: CellScore, _ novelty: NoveltyBound) -> String? {
        guard let fullMarks = cell.estimate(of: .fullMarks, over: .best) else { return nil }
        return novelty.shareBeyond(successes: fullMarks.mean, k: cell.k).map { ReportNumber.short($0) }
    }

    /// The three metrics as the papers' tables have them, such as `.40/.49/.68`; nil where one is not known.
    static func triple(digits: Int = 2, _ value: (Metric) -> Double?) -> String? {
        let values = Metric.allCases.compactMap(value)
        guard values.count == Metric.allCases.count else { return nil }
        return values.map { ReportNumber.short($0, digits: digits) }.joined(separator: "/")
    }

    /// The smallest differences of the three metrics.
    private static func shown(_ value: (Metric) -> Double?) -> String {
        Metric.allCases.map { value($0).map(shown) ?? "-" }.joined(separator: "/")
    }

    /// A smallest difference; metrics go from 0 to 1, so that one above 1 cannot be shown at all.
    private static func shown(_ difference: Double) -> String {
        difference > 1 ? "none" : ReportNumber.short(difference)
    }

    // MARK: - Further parts

    private func comparisons(in table: EvaluationTable) -> ReportSection {
        var section = ReportSection(title: "Comparison by \(table.name)")
        section.lead = [
            """
            The second student less the first on the combinations that both have answered, with the 95% bootstrap interval, and \
            the smallest difference that so many combinations find in 80% of evaluations.
            """
        ]
        section.header = ["students", "metric", "k", "n", "difference", "95% interval", "better/worse", "can show"]
        for comparison in table.comparisons {
            for metric in Metric.allCases {
                guard let difference = difference(comparison, metric, over: .best) else { continue }
                section.rows.append([
                    "\(comparison.second.student) - \(comparison.first.student)", metric.title,
                    String(comparison.second.k), String(comparison.combinations),
                    ReportNumber.signed(difference.estimate.mean),
                    difference.interval.map {
                        "\(ReportNumber.signed($0.lower)) to \(ReportNumber.signed($0.upper))"
                    } ?? "-",
                    "\(difference.better)/\(difference.worse)",
                    difference.smallest.map(Self.shown) ?? "-",
                ])
            }
        }
        return section
    }

    /// A comparison's difference on a metric, its resampling seeded by what is compared.
    func difference(
        _ comparison: PairedComparison,
        _ metric: Metric,
        over aggregation: CellScore.Aggregation
    ) -> PairedComparison.Difference? {
        comparison.difference(
            of: metric,
            over: aggregation,
            seed: options.seed.child("comparison", String(comparison.first.k), metric.rawValue)
        )
    }

    private var agreement: ReportSection {
        var section = ReportSection(title: "Agreement of the judges")
        section.lead = ["The majority of each judge's gradings, mark by mark; the sentence limit is decided by code."]
        section.header = ["judges", "criteria", "marks", "agree", "Cohen's kappa", "95% interval"]
        section.rows = agreements.map { pair in
            let kappa = pair.agreement.kappa
            return [
                "\(pair.first) and \(pair.second)", pair.kind.rawValue, String(pair.marks),
                pair.agreement.percent.map { ReportNumber.percent($0.value) } ?? "-",
                kappa.map { ReportNumber.short($0.value) } ?? "-",
                kappa?.interval.map { "\(ReportNumber.short($0.lower)) to \(ReportNumber.short($0.upper))" } ?? "-",
            ]
        }
        return section
    }

    private var published: ReportSection {
        let ks = Set(tables.flatMap(\.ks)).sorted()
        let rows = PublishedScores.leaderboard.map { row in
            [row.model, "published"]
                + ks.map { k in
                    row.cell(k: k).map { cell in
                        [cell.fullMarks, cell.allSkills, cell.skillFraction].map { ReportNumber.short($0) }
                            .joined(separator: "/")
                    } ?? "-"
                }
        }
        return ReportSection(
            title: "SKILL-MIX leaderboard",
            lead: [PublishedScores.caution],
            header: ["model", ""] + ks.map { "k=\($0)" },
            rows: rows
        )
    }

    private static func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
