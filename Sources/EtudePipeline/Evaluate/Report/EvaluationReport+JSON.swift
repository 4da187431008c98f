public import EtudeCore
import EtudeJudge

extension EvaluationReport {
    /// The report for programs; the metrics of a cell are best over generations, the papers' rule, and the means stand beside
    /// them.
    public var json: JSONValue {
        var members: [JSONMember] = [
            JSONMember("title", .string(context.title)),
            JSONMember("rules", rules),
            JSONMember("cells", .array(tables.flatMap { table in table.cells.map { json(of: $0) } })),
            JSONMember("saturation", .array(tables.flatMap(Self.saturation))),
            JSONMember(
                "comparisons",
                .array(tables.flatMap { table in table.comparisons.map { json(of: $0) } })
            ),
            JSONMember("agreement", .array(agreements.map(Self.json))),
        ]
        members.append(JSONMember("repeated_gradings", .array(repeatedGradings.map(Self.json))))
        if !context.seenPairs.isEmpty {
            members.append(JSONMember("seen_pairs", .array(context.seenPairs.map(Self.json))))
        }
        if options.showsPublished { members.append(JSONMember("published", Self.published)) }
        members.append(JSONMember("warnings", .array(warnings.map(JSONValue.string))))
        return .object(members)
    }

    private var rules: JSONValue {
        [
            "sentence_rule": .string(options.rules.sentenceRule.rawValue),
            "name_deduction": options.rules.nameDeduction.map { .string($0.rawValue) } ?? .null,
            "filtered_skills": .array(options.filteredSkills.map(JSONValue.string)),
        ]
    }

    private func json(of cell: CellScore) -> JSONValue {
        var members: [JSONMember] = [
            JSONMember("judge", .string(cell.judge)),
            JSONMember("setting", .string(cell.setting)),
            JSONMember("student", .string(cell.student)),
            JSONMember("k", .int(cell.k)),
            JSONMember("combinations", .int(cell.scores.count)),
            JSONMember("generations", .int(cell.generations)),
            JSONMember("gradings", .int(cell.gradings)),
            JSONMember("texts", .int(cell.texts)),
        ]
        func metrics(_ value: (Metric) -> JSONValue) -> [JSONMember] {
            Metric.allCases.map { JSONMember($0.rawValue, value($0)) }
        }
        members += metrics { Self.json(of: cell.estimate(of: $0, over: .best)) }
        members.append(
            JSONMember("mean_over_generations", .object(metrics { Self.json(of: cell.estimate(of: $0, over: .mean)) }))
        )
        members.append(
            JSONMember(
                "smallest_difference",
                .object(metrics { Self.json(cell.estimate(of: $0, over: .best).map(SmallestDifference.alone)) })
            )
        )
        if let novelty = options.novelty {
            let fullMarks = cell.estimate(of: .fullMarks, over: .best)?.mean ?? 0
            let share = novelty.shareBeyond(successes: fullMarks, k: cell.k)
            members.append(
                JSONMember("novelty", ["bound": .double(novelty.bound(k: cell.k)), "share_beyond": Self.json(share)])
            )
        }
        members.append(JSONMember("ties", .int(cell.total(\.ties))))
        members.append(JSONMember("unread", .int(cell.total(\.unread))))
        members.append(JSONMember("named", .int(cell.total(\.named))))
        members.append(JSONMember("ungraded", .int(cell.ungraded)))
        return .object(members)
    }

    private func json(of comparison: PairedComparison) -> JSONValue {
        func metrics(_ aggregation: CellScore.Aggregation) -> [JSONMember] {
            Metric.allCases.map { metric in
                JSONMember(
                    metric.rawValue,
                    difference(comparison, metric, over: aggregation).map(Self.json) ?? .null
                )
            }
        }
        return .object(
            [
                JSONMember("judge", .string(comparison.first.judge)),
                JSONMember("setting", .string(comparison.first.setting)),
                JSONMember("k", .int(comparison.first.k)),
                JSONMember("first", .string(comparison.first.student)),
                JSONMember("second", .string(comparison.second.student)),
                JSONMember("combinations", .int(comparison.combinations)),
            ] + metrics(.best) + [JSONMember("mean_over_generations", .object(metrics(.mean)))]
        )
    }

    private static func json(_ difference: PairedComparison.Difference) -> JSONValue {
        [
            "mean": .double(difference.estimate.mean),
            "standard_error": json(difference.estimate.standardError),
            "interval": difference.interval.map { [.double($0.lower), .double($0.upper)] } ?? .null,
            "better": .int(difference.better),
            "worse": .int(difference.worse),
            "smallest_difference": json(difference.smallest),
        ]
    }

    private static func saturation(in table: EvaluationTable) -> [JSONValue] {
        table.students.map { student in
            [
                "judge": .string(table.judge),
                "setting": .string(table.setting),
                "student": .string(student),
                "k": table.saturation(of: student).map(JSONValue.int) ?? .null,
            ]
        }
    }

    private static func json(_ pair: JudgeAgreement) -> JSONValue {
        [
            "judges": [.string(pair.first), .string(pair.second)],
            "criteria": .string(pair.kind.rawValue),
            "marks": .int(pair.marks),
            "percent": pair.agreement.percent?.json ?? .null,
            "kappa": pair.agreement.kappa?.json ?? .null,
            "alpha": pair.agreement.alpha?.json ?? .null,
        ]
    }

    private static func json(_ copies: RepeatedGradings) -> JSONValue {
        [
            "student": .string(copies.student),
            "judge": .string(copies.judge),
            "texts": .int(copies.texts),
            "gradings": .int(copies.gradings),
            "distinct": .int(copies.distinct),
        ]
    }

    private static func json(_ seen: SeenPairs) -> JSONValue {
        [
            "setting": .string(seen.setting),
            "k": .int(seen.k),
            "seen": .int(seen.pairs.successes),
            "pairs": .int(seen.pairs.trials),
            "share": json(seen.pairs.share),
        ]
    }

    private static var published: JSONValue {
        let rows = PublishedScores.leaderboard.flatMap { row in
            row.cells.enumerated().map { index, cell -> JSONValue in
                [
                    "model": .string(row.model),
                    "k": .int(PublishedScores.firstK + index),
                    "ratio_of_full_marks": .double(cell.fullMarks),
                    "ratio_of_all_skills": .double(cell.allSkills),
                    "skill_fraction": .double(cell.skillFraction),
                ]
            }
        }
        return ["caution": .string(PublishedScores.caution), "cells": .array(rows)]
    }

    private static func json(of estimate: MeanEstimate?) -> JSONValue {
        guard let estimate else { return .null }
        return ["mean": .double(estimate.mean), "standard_error": json(estimate.standardError)]
    }

    private static func json(_ number: Double?) -> JSONValue { number.map(JSONValue.double) ?? .null }
}
