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
        lines += report.notes
        lines.append(ending)
        return lines.joined(separator: "\n")
    }

    /// The same figures for programs.
    var json: JSONValue {
        [
            "ending": .string(word),
            "release": report.release.map(JSONValue.string) ?? .null,
            "digest": report.digest.map(JSONValue.string) ?? .null,
            "elapsed_seconds": .double(((report.elapsed / .seconds(1)) * 1_000).rounded() / 1_000),
            "cells": .array(report.cells.map(Self.json)),
            "models": .object(
                report.readings.sorted { $0.key < $1.key }.map { block, reading in
                    JSONMember(
                        block,
                        [
                            "calls": .int(reading.calls), "from_journal": .int(reading.fromJournal),
                            "failed_tries": .int(reading.failedTries), "input_tokens": .int(reading.inputTokens),
                            "output_tokens": .int(reading.outputTokens), "without_usage": .int(reading.withoutUsage),
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
            var line = "\(block): \(reading.calls) calls"
            if reading.fromJournal > 0 { line += ", \(reading.fromJournal) answers from the journal" }
            if reading.failedTries > 0 { line += ", \(reading.failedTries) failed tries" }
            if reading.inputTokens + reading.outputTokens > 0 {
                line += ", \(reading.inputTokens) tokens in, \(reading.outputTokens) out"
            }
            if reading.withoutUsage > 0, reading.inputTokens + reading.outputTokens > 0 {
                line += " (\(reading.withoutUsage) answers without usage)"
            }
            return line
        }
    }

    private var word: String {
        switch report.ending {
        case .complete: "complete"
        case .short: "short"
        case .stopped: "stopped"
        case .notRecorded: "not_recorded"
        }
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
        case .stopped(.refused(let words)), .stopped(.stalled(let words)):
            return
                "Stopped: \(Terminal.visible(words)) Everything paid for is kept. The same command goes on from here."
        }
    }
}
