import EtudeCore
import EtudeFlow
import EtudePipeline
import EtudePublish

/// The closing table of a run, and what it came to.
struct RunSummary {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    /// The table and the sentences, for people.
    var text: String {
        var lines = [table.text, ""]
        lines += models
        lines += report.batches.lines.map(Terminal.visible)
        lines += report.notes
        lines.append(ending)
        return lines.joined(separator: "\n")
    }

    /// The same figures for programs.
    var json: JSONValue {
        [
            "ending": .string(word),
            "reason": stopReason.map { .string($0.words) } ?? .null,
            "release": report.release.map(JSONValue.string) ?? .null,
            "digest": report.digest.map(JSONValue.string) ?? .null,
            "batches": report.batches.json,
            "elapsed_seconds": .double(((report.elapsed / .seconds(1)) * 1_000).rounded() / 1_000),
            "cells": .array(report.cells.map(Self.json)),
            "models": .object(
                report.readings.sorted { $0.key < $1.key }.map { block, reading in
                    JSONMember(
                        block,
                        [
                            "calls": .int(reading.calls), "from_journal": .int(reading.fromJournal),
                            "failed_tries": .int(reading.failedTries), "input_tokens": .int(reading.inputTokens),
                            "output_tokens": .int(reading.outputTokens),
                            "estimated_tokens": .int(reading.estimatedTokens),
                            "without_usage": .int(reading.withoutUsage), "cost": .double(reading.cost),
                            "failures": Self.counts(reading.failures.byName),
                            "unusual_answers": Self.counts(reading.unusual.byName),
                            "refusals": Self.counts(reading.refusals),
                        ]
                    )
                }
            ),
        ]
    }

    private static func json(_ report: CellReport) -> JSONValue {
        [
            "split": .string(report.cell.split), "k": .int(report.cell.k), "asked": .int(report.cell.rows),
            "candidates": .int(report.books.candidates), "accepted": .int(report.books.accepted),
            "rejected": counts(report.books.rejected), "near_duplicates": .int(report.books.nearDuplicates),
            "failed": counts(report.books.failed), "surplus": .int(report.books.surplus),
            "not_eligible": .int(report.books.notEligible), "closed": report.closing.map(JSONValue.string) ?? .null,
        ]
    }

    private static func counts(_ counts: [String: Int]) -> JSONValue {
        .object(counts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) })
    }

    private var table: TextTable {
        var table = TextTable(
            header: ["split", "k", "asked", "accepted", "candidates", "rejected", "near dup.", "failed", "surplus"]
        )
        for report in report.cells {
            let books = report.books
            let reasons = (Array(books.rejected) + Array(books.failed)).sorted {
                ($1.value, $0.key) < ($0.value, $1.key)
            }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            table.add([
                report.cell.split, "\(report.cell.k)", "\(report.cell.rows)", "\(books.accepted)",
                "\(books.candidates)",
                "\(books.rejected.values.reduce(0, +))", "\(books.nearDuplicates)",
                "\(books.failed.values.reduce(0, +))", "\(books.surplus)", reasons,
            ])
        }
        return table
    }

    private var models: [String] {
        report.readings.sorted { $0.key < $1.key }.map { block, reading in
            var parts = ["\(reading.calls) calls"]
            if reading.fromJournal > 0 { parts.append("\(reading.fromJournal) answers from the journal") }
            if reading.failedTries > 0 {
                parts.append("\(reading.failedTries) failed tries (\(Self.list(reading.failures.byName)))")
            }
            if !reading.unusual.isEmpty { parts.append(Self.list(reading.unusual.byName)) }
            if !reading.refusals.isEmpty { parts.append("refusals by category: \(Self.list(reading.refusals))") }
            if reading.inputTokens + reading.outputTokens > 0 {
                parts.append("\(reading.inputTokens) tokens in")
                parts.append("\(reading.outputTokens) out")
            }
            if reading.estimatedTokens > 0 { parts.append("\(reading.estimatedTokens) tokens estimated") }
            if let currency = report.currencies[block] {
                let money = (reading.cost * 10_000).rounded() / 10_000
                parts.append("\(money) \(currency)\(reading.estimatedTokens > 0 ? " (partly estimated)" : "")")
            }
            return Terminal.visible("\(block): \(parts.joined(separator: ", "))")
        }
    }

    private static func list(_ counts: [String: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
            .joined(separator: ", ")
    }

    private var word: String {
        switch report.ending {
        case .complete: "complete"
        case .short: "short"
        case .stopped: "stopped"
        case .notRecorded: "not_recorded"
        case .unanswered: "unanswered"
        case .pending: "pending"
        }
    }

    private var stopReason: StopGate.Reason? {
        if case .stopped(let reason) = report.ending { reason } else { nil }
    }

    /// What is left to do.
    private var missing: String {
        let rows = report.cells.map { $0.cell.rows - $0.books.accepted }.reduce(0, +)
        return "\(rows) rows are missing."
    }

    private var ending: String {
        let time = report.elapsed.clockText
        let place = report.release.map { " Release: \($0)" } ?? " No release was published."
        switch report.ending {
        case .complete: return "Done in \(time).\(place)"
        case .short: return "Finished in \(time), short of the rows asked for.\(place)"
        case .notRecorded(let missing):
            return "\(missing) candidates wait for answers that are not recorded; nothing was published."
        case .stopped(.interrupted):
            return "Interrupted; everything paid for is kept. The same command goes on from here."
        case .stopped(.terminated):
            return "Terminated; everything paid for is kept. The same command goes on from here."
        case .unanswered:
            return """
                Some requests got no answer within `limits.item_deadline` and are set aside. Everything paid for is kept. \
                The same command asks them again.
                """
        case .pending:
            let open = report.batches.submitted + report.batches.waiting
            let requests = open.map(\.requests).reduce(0, +)
            return """
                \(open.count) batches with \(requests) requests are at their providers. \(missing) The same command collects \
                the answers and goes on from here.
                """
        case .stopped(let reason):
            return """
                Stopped: \(Terminal.visible(reason.words)) \(missing) Everything paid for is kept. The same command goes on \
                from here.
                """
        }
    }
}

extension Dictionary where Key: RawRepresentable<String> {
    /// The same by the names of the keys.
    fileprivate var byName: [String: Value] {
        Dictionary<String, Value>(uniqueKeysWithValues: map { ($0.rawValue, $1) })
    }
}
