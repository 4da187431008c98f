import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting

@testable import EtudePipeline

/// A release in memory whose rows and drafts a test makes up.
struct ReportFixture {
    static let hostile =
        "<script>alert(\"x\")</script></style></div> \u{202E}elif\u{202C} 'q' & &amp; \u{1B}[2J\u{200B}\u{FFFF} "

    let files = InMemoryFileSystem()
    private let workspace: PipelineWorkspace
    var skills = ["irony", "litotes", "simile", "zeugma"]
    var texts: (Int) -> String = { "The bee number \($0) hums." }
    var rows = 6
    var name = "demo"
    /// Whether some drafts are rejected.
    var hasLosses = true

    init() throws {
        workspace = try PipelineWorkspace()
    }

    private var catalog: DividedCatalog {
        get throws {
            DividedCatalog(
                catalog: try Catalog(
                    skills: skills.enumerated().map { number, id in
                        Skill(
                            id: id,
                            name: number == 0 ? "\(Self.hostile)\(id)" : id,
                            category: number < 2 ? "tropes" : "figures",
                            definition: "What \(id) is."
                        )
                    },
                    topics: [Topic(id: "tea", name: "tea \(Self.hostile)")]
                ),
                heldOutSkills: [skills[skills.count - 1]],
                heldOutTopics: []
            )
        }
    }

    private func marks(_ outcome: Mark.Outcome) -> [Mark] {
        [Mark(.topic, outcome, votes: Mark.Votes(pass: outcome == .pass ? 2 : 0, fail: outcome == .fail ? 2 : 0))]
    }

    private func row(_ number: Int, release: Int) -> Row {
        let held = [skills[number % (skills.count - 1)], skills[(number + 1) % (skills.count - 1)]]
        let prompt = [Message(.user, "Write.")]
        let completion = [Message(.assistant, texts(number))]
        return Row(
            id: SHA256.digest(of: "row \(number)").hex(first: 16),
            release: release,
            split: "train",
            k: 2,
            skills: held,
            skillNames: held,
            skillCategories: held,
            topic: "tea",
            messages: prompt + completion,
            prompt: prompt,
            completion: completion,
            text: texts(number),
            explanation: "Why \(Self.hostile)",
            marks: marks(.pass),
            teacher: "a/b",
            judges: ["c/d"],
            planIndex: number,
            seed: "1",
            promptSHA256: "2",
            finishReason: "stop"
        )
    }

    private func rejected(_ number: Int, _ reason: RejectionReason, near: String? = nil) -> RejectedRecord {
        RejectedRecord(
            id: SHA256.digest(of: "draft \(number)").hex(first: 16),
            split: "train",
            k: 2,
            skills: ["irony", "litotes"],
            topic: "tea",
            attempt: 0,
            planIndex: number,
            reason: reason,
            detail: reason.code == "failed" ? "timeout" : "",
            near: near.map { RejectedRecord.Near(kept: $0, similarity: 0.875, rule: "jaccard") },
            text: reason == .empty ? "" : "Rejected \(number). \(Self.hostile)",
            explanation: "",
            messages: [],
            marks: reason == .marks ? marks(.fail) : [],
            teacher: "a/b",
            seed: "3"
        )
    }

    private var losses: [RejectedRecord] {
        guard hasLosses else { return [] }
        return [
            rejected(1, .marks), rejected(2, .marks), rejected(3, .empty), rejected(4, RejectionReason("failed")),
            rejected(5, .nearDuplicate, near: SHA256.digest(of: "row 0").hex(first: 16)),
            rejected(6, .nearMeaning, near: "gone"), rejected(7, RejectionReason(Self.hostile)),
        ]
    }

    /// The books that fit the rows and drafts.
    private var books: CellBooks {
        guard hasLosses else { return CellBooks(split: "train", k: 2, candidates: rows, accepted: rows) }
        return CellBooks(
            split: "train",
            k: 2,
            candidates: rows + 9,
            accepted: rows,
            rejected: ["marks": 2, "empty": 1, "near_meaning": 1, Self.hostile: 1],
            nearDuplicates: 1,
            failed: ["timeout": 1],
            surplus: 2,
            notEligible: 3
        )
    }

    /// The report of a release that was published with it.
    func publish(_ release: Int = 1, earlierRows: Int = 0) throws -> (report: ReleaseReport, folder: String) {
        let spool = try RowSpool(directory: workspace.folder)
        for number in 0..<rows { try spool.append(row(number, release: number < earlierRows ? 1 : release)) }
        let drafts = try RowSpool(directory: workspace.folder)
        for draft in losses { try drafts.append(draft) }
        var books = books
        books.accepted -= earlierRows
        books.candidates -= earlierRows
        var manifest = Manifest(
            release: release,
            name: name,
            planHash: "12",
            toolVersion: "0.1.0",
            createdAt: "2026-11-2\(release)T01:02:03Z",
            isComplete: false,
            compression: "none",
            models: [ModelRecord(role: .teacher, name: Self.hostile, isBuiltIn: true)],
            cost: [
                "a/b": [
                    "answers": 12, "failed_tries": 1, "input_tokens": 3400, "output_tokens": 560,
                    "answers_without_usage": 0, "milliseconds": 6000, "money": 1.25, "currency": "USD",
                ]
            ],
            counts: [CellCount(split: "train", k: 2, asked: rows + 1, accepted: rows)],
            books: [books]
        )
        manifest.elapsedMilliseconds = 4_000
        manifest.judging = JudgingRecord(
            ballots: 2,
            texts: rows,
            agreement: [
                AgreementRecord(
                    criterion: "skills",
                    texts: rows,
                    percent: Estimate(0.9),
                    cohensKappa: Estimate(0.8),
                    fleissKappa: nil,
                    alpha: nil,
                    abstentions: BinomialSample(successes: 1, trials: 20)
                )
            ],
            probes: [
                ProbeRecord(
                    kind: "off-topic",
                    planted: 5,
                    caughtByCode: 1,
                    caughtByJudges: BinomialSample(successes: 3, trials: 4),
                    abstained: 0,
                    failed: 0,
                    missed: 1
                )
            ],
            warnings: [Self.hostile]
        )
        let contents = ReleaseContents(
            manifest: manifest,
            splits: [.init(name: "train", cells: [ShardWriter.Cell(k: 2, rows: spool)])],
            rejected: drafts,
            sets: [],
            setSeed: Seed(1),
            layout: ShardLayout(rows: 1000),
            certificate: [
                "version": 1, "name": "demo",
                "proved": [
                    "division": [
                        "skills": ["train": 3, "held_out": 1], "topics": ["train": 1, "held_out": 0],
                        "closed_tuples": ["size": 2, "count": 1],
                    ],
                    "splits": ["train": ["rows": .int(rows), "skills": 3, "shared_with_training": ["skills": 0]]],
                    "rules": [
                        ["rule": "unique-id", "statement": "No two rows share an id.", "checked": 6, "unit": "rows"]
                    ],
                ],
                "measured": ["figure": 7], "not_claimed": [.string(Self.hostile)],
            ],
            pipeline: """
                version: 1
                name: demo
                seed: 1
                catalog: { skills: a.yaml, topics: b.txt }
                splits: { train: { k: { 2: 7 } } }
                models: { teacher: { provider: builtin }, judge: { provider: builtin } }

                """,
            catalog: try catalog,
            templates: [:],
            ledger: Array("{}\n".utf8),
            language: "en",
            diversity: [
                "sample": 1000,
                "splits": [["split": "train", "rows": .int(rows), "distinct_1": .double(0.25 * Double(release))]],
            ],
            report: { manifest, release throws(EtudeError) in
                Array(try ReleaseReport(of: release, manifest: manifest).html.utf8)
            }
        )
        let builder = ReleaseBuilder(output: "out", fileSystem: files)
        let folder = try builder.publish(try builder.build(contents))
        let reader = try ReleaseReader(folder, in: files)
        return (try ReleaseReport(of: reader, manifest: try reader.manifest()), folder)
    }
}
