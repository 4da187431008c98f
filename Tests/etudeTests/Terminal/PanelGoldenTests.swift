import EtudeCore
import EtudeFlow
import EtudeModel
import Testing

@testable import EtudePipeline
@testable import EtudePublish
@testable import etude

@Suite struct PanelGoldenTests {
    private static func cell(_ split: String, _ k: Int, rows: Int, _ books: CellBooks, _ closing: String?) -> CellReport
    {
        CellReport(cell: Cell(index: 0, split: split, k: k, rows: rows), books: books, closing: closing)
    }

    private static let cells = [
        cell(
            "train",
            2,
            rows: 120,
            CellBooks(
                split: "train",
                k: 2,
                candidates: 90,
                accepted: 61,
                rejected: ["marks": 20, "sentence-limit": 3],
                nearDuplicates: 2,
                failed: ["too-long": 1],
                surplus: 3
            ),
            nil
        ),
        cell("train", 3, rows: 80, CellBooks(split: "train", k: 3, candidates: 80, accepted: 80), "complete"),
        cell(
            "heldout_skills",
            2,
            rows: 20,
            CellBooks(split: "heldout_skills", k: 2, candidates: 20, accepted: 20),
            "complete"
        ),
        cell(
            "a_split_with_a_name_beyond_all_measure",
            4,
            rows: 10,
            CellBooks(
                split: "a_split_with_a_name_beyond_all_measure",
                k: 4,
                candidates: 300,
                accepted: 4,
                rejected: ["marks": 296]
            ),
            "hopeless"
        ),
    ]

    private static let readings: [String: CallMeter.Reading] = {
        var teacher = CallMeter.Reading()
        (teacher.calls, teacher.fromJournal) = (940, 12)
        teacher.failures = [.rateLimited: 2, .server: 1]
        teacher.unusual = [.truncated: 4, .refused: 2]
        teacher.refusals = ["bio": 2]
        (teacher.estimatedTokens, teacher.cost) = (1_500, 12.34567)
        (teacher.inputTokens, teacher.outputTokens, teacher.inFlight) = (402_113, 88_020, 16)
        var judge = CallMeter.Reading()
        (judge.calls, judge.withoutUsage, judge.inputTokens, judge.inFlight) = (165, 2, 1_000, 4)
        return ["teacher": teacher, "judge": judge]
    }()

    @Test(arguments: [80, 40], [true, false]) func `The panel is the recorded one`(columns: Int, hasStyle: Bool) throws
    {
        let state = ProgressPanel.State(
            cells: Self.cells,
            readings: Self.readings,
            elapsed: .seconds(3_723),
            lastChange: "teacher: server 1 fails: left alone for 5 s, then tried with one request"
        )
        let lines = ProgressPanel(columns: columns, hasStyle: hasStyle).lines(state)
        for line in lines { #expect(line.replacing(/\u{1B}\[[0-9]+m/, with: "").count < columns) }
        let text = lines.joined(separator: "\n").replacing("\u{1B}", with: "ESC") + "\n"
        try Golden.expect(text, is: "panel-\(columns)\(hasStyle ? "-style" : "")")
    }

    @Test(arguments: [
        ("complete", RunReport.Ending.complete), ("short", .short), ("interrupted", .stopped(.interrupted)),
        ("refused", .stopped(.refused("The provider said \u{1B}[31mno\u{1B}[0m."))),
        ("not-recorded", .notRecorded(missing: 7)), ("unanswered", .unanswered), ("pending", .pending),
        ("budget", .stopped(.budget("The budget has no room for another request."))),
    ])
    func `The summary is the recorded one`(name: String, ending: RunReport.Ending) throws {
        let report = RunReport(
            ending: ending,
            cells: Self.cells,
            readings: Self.readings,
            currencies: ["teacher": "USD"],
            elapsed: .seconds(67),
            release: ending == .complete ? "out/releases/0001-0123456789ab" : nil,
            digest: nil,
            batches: BatchSummary(),
            notes: ending == .short ? ["train/k2 has 61 of 120 rows."] : []
        )
        try Golden.expect(RunSummary(report).text + "\n", is: "summary-\(name)")
    }
}
