public import EtudeCore
import EtudeGenerate
import EtudePublish
import EtudeSample
import EtudeStore

/// What a run would do: spaces, capacity, rows, the first prompt, expected drafts, calls, tokens and money.
public struct PlanOverview: Sendable {
    /// The share of drafts that become rows, by k.
    public struct Acceptance: Sendable, Hashable {
        private let shares: [Int: Double]

        /// Reads `k=share,…`.
        ///
        /// - Parameter text: for example `1=0.9,2=0.7`.
        /// - Returns: the shares.
        /// - Throws: ``EtudeError`` with code `usage` for anything else.
        public static func parse(_ text: String) throws(EtudeError) -> Acceptance {
            var shares: [Int: Double] = [:]
            for part in text.split(separator: ",") {
                let sides = part.split(separator: "=")
                guard sides.count == 2, let k = Int(sides[0]), let share = Double(sides[1]), share > 0, share <= 1
                else {
                    throw EtudeError(
                        .usage,
                        "`--acceptance \(text)` should be written as k=share, such as 2=0.7,3=0.5."
                    )
                }
                shares[k] = share
            }
            return Acceptance(shares: shares)
        }

        init(shares: [Int: Double]) {
            self.shares = shares
        }

        /// The share at a k; 1 where nothing is known.
        func share(k: Int) -> Double { shares[k] ?? 1 }
    }

    private let plan: PipelinePlan
    private let acceptance: Acceptance
    private let prompt: [Message]

    /// The overview of a plan.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - acceptance: what the user expects; nil for what the last release of the folder saw.
    /// - Throws: ``EtudeError`` for a release that cannot be read, or a template that cannot be filled.
    public init(_ plan: PipelinePlan, acceptance: Acceptance?) throws {
        self.plan = plan
        self.acceptance = try acceptance ?? Self.seen(plan)
        guard let first = try plan.firstCandidates(1).first else {
            prompt = []
            return
        }
        let assignment = try plan.assignment(first)
        prompt = try plan.student().prompt(assignment, positionSeed: first.positionSeed)
    }

    /// For people.
    public var text: String {
        var lines = ["\(plan.spec.name), plan \(plan.hash.prefix(12))"]
        lines += plan.diagnostics.map(\.description)
        let division = plan.division
        lines.append(
            "Division: \(division.trainSkills.count) skills train, \(division.heldOutSkills.count) are held out; "
                + "\(division.trainTopics.count) topics train, \(division.heldOutTopics.count) are held out; "
                + "\(division.closed.count) combinations of \(plan.spec.holdout.combinationSize) skills are closed."
        )
        for estimate in estimates {
            let cell = estimate.planned
            var line =
                "\(cell.cell.name): \(cell.cell.rows) rows; \(cell.eligible.isExact ? "" : "about ")\(cell.eligible.count)"
            line += " of \(cell.space.combinations.size) combinations may be used"
            line += ", block of \(cell.block.upperBound - cell.block.lowerBound)"
            if !plan.isRequest(cell.cell) {
                line += "; about \(estimate.drafts) drafts, \(estimate.calls) calls, \(estimate.tokens) tokens"
                line += " (\(estimate.tokensPerRow) a row)"
            } else {
                line += "; requests only"
            }
            lines.append(line)
        }
        if let exposure {
            lines.append(
                "The exposure audit: \(exposure.texts) texts, about \(exposure.calls) calls, "
                    + "\(exposure.tokens.sum * plan.spec.judge.panel.count) tokens."
            )
        }
        lines += expected.lines + batches.lines
        lines.append("The first prompt:")
        for message in prompt {
            lines.append("  [\(message.role.rawValue)]")
            lines += message.content.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    /// For programs.
    public var json: JSONValue {
        [
            "name": .string(plan.spec.name),
            "plan": .string(plan.hash),
            "diagnostics": .array(plan.diagnostics.map { .string($0.description) }),
            "division": [
                "train_skills": .array(plan.division.trainSkills.map(JSONValue.string)),
                "held_out_skills": .array(plan.division.heldOutSkills.map(JSONValue.string)),
                "train_topics": .array(plan.division.trainTopics.map(JSONValue.string)),
                "held_out_topics": .array(plan.division.heldOutTopics.map(JSONValue.string)),
                "closed": .int(plan.division.closed.count),
                "kin_apart": .array(plan.division.kinApart.map(\.json)),
            ],
            "cells": .array(
                estimates.map { estimate in
                    [
                        "split": .string(estimate.planned.cell.split),
                        "k": .int(estimate.planned.cell.k),
                        "rows": .int(estimate.planned.cell.rows),
                        "space": .string("\(estimate.planned.space.combinations.size)"),
                        "eligible": .string("\(estimate.planned.eligible.count)"),
                        "block": .array([
                            .string("\(estimate.planned.block.lowerBound)"),
                            .string("\(estimate.planned.block.upperBound)"),
                        ]),
                        "drafts": .int(estimate.drafts),
                        "calls": .int(estimate.calls),
                        "tokens": .int(estimate.tokens),
                    ]
                }
            ),
            "exposure": exposure.map { ["texts": .int($0.texts), "calls": .int($0.calls)] } ?? .null,
            "expected": expected.json,
            "batch_submissions": .int(batches.submissions),
            "prompt": .array(prompt.map(\.json)),
        ]
    }

    private var estimates: [CellEstimate] {
        plan.cells.map { CellEstimate($0, plan: plan, share: acceptance.share(k: $0.cell.k), prompt: prompt) }
    }

    private var batches: ExpectedBatches { ExpectedBatches(plan) { acceptance.share(k: $0) } }

    /// What the whole run would come to.
    private var expected: ExpectedCost { ExpectedCost(estimates, exposure: exposure, plan: plan) }

    private var exposure: ExposureEstimate? { ExposureEstimate(plan) }

    /// What the last release of the output folder saw.
    private static func seen(_ plan: PipelinePlan) throws -> Acceptance {
        let files = RealFileSystem()
        guard try files.exists("\(plan.spec.output.directory)/current"),
            let current = try OutputFolder(plan.spec).current()
        else {
            return Acceptance(shares: [:])
        }
        var asked: [Int: Int] = [:]
        var accepted: [Int: Int] = [:]
        for books in current.manifest.books where books.accepted < books.candidates {
            asked[books.k, default: 0] += books.candidates
            accepted[books.k, default: 0] += books.accepted
        }
        return Acceptance(
            shares: asked.reduce(into: [:]) { shares, entry in
                let rows = accepted[entry.key] ?? 0
                if rows > 0 { shares[entry.key] = Double(rows) / Double(entry.value) }
            }
        )
    }
}
