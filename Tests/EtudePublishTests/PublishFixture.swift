import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Foundation

/// A folder of the host for spools, which goes with its value.
final class SpoolFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "etude-\(UUID().uuidString)").path
        try RealFileSystem().makeDirectory(path)
    }

    deinit {
        try? RealFileSystem().removeTree(path)
    }
}

/// A small release.
enum PublishFixture {
    static let setSeed = Seed(7)
    static let skills = ["metaphor", "simile", "irony"]

    /// A row; without text where the split is of requests only.
    static func row(_ number: Int, split: String = "train", skills: [String], text: String? = "A text") -> Row {
        let prompt = [Message(.user, "Request \(number).")]
        let completion = text.map { [Message(.assistant, "\($0) \(number).")] } ?? []
        let marks = text == nil ? [] : [Mark(.topic, .pass, votes: Mark.Votes(pass: 1))]
        return Row(
            id: String(repeating: "0", count: 16 - "\(number)".count) + "\(number)",
            release: 1,
            split: split,
            k: skills.count,
            skills: skills,
            skillNames: skills,
            skillCategories: skills.map { _ in "literary" },
            topic: "sewing",
            messages: prompt + completion,
            prompt: prompt,
            completion: completion,
            text: text.map { "\($0) \(number)." } ?? "",
            explanation: "",
            marks: marks,
            teacher: text == nil ? "" : "builtin/teacher",
            judges: text == nil ? [] : ["builtin/judge"],
            planIndex: number,
            seed: "00000000000000ff",
            promptSHA256: SHA256.digest(of: prompt[0].content).hex,
            finishReason: text == nil ? "" : "stop"
        )
    }

    static func spool(_ rows: [Row], in folder: SpoolFolder) throws -> RowSpool {
        let spool = try RowSpool(directory: folder.path)
        for row in rows { try spool.append(row) }
        return spool
    }

    static let near = RejectedRecord(
        id: "00000000000000aa",
        split: "train",
        k: 1,
        skills: ["irony"],
        topic: "sewing",
        attempt: 0,
        planIndex: 3,
        reason: .nearDuplicate,
        detail: "It is near to a text kept before.",
        near: RejectedRecord.Near(kept: "0000000000000001", similarity: 0.75, rule: "jaccard"),
        text: "A text 1!",
        explanation: "Why.",
        messages: [Message(.user, "Request 3."), Message(.assistant, "A text 1!")],
        marks: [Mark(.topic, .pass, votes: Mark.Votes(pass: 1))],
        teacher: "builtin/teacher",
        seed: "00000000000000ff"
    )

    static let refused = RejectedRecord(
        id: "00000000000000ab",
        split: "train",
        k: 1,
        skills: ["irony"],
        topic: "sewing",
        attempt: 1,
        planIndex: 3,
        reason: .refused,
        text: "",
        explanation: "",
        messages: [],
        marks: [],
        teacher: "builtin/teacher",
        seed: "00000000000000fe"
    )

    static func manifest(release: Int) -> Manifest {
        Manifest(
            release: release,
            name: "small",
            planHash: "1234",
            toolVersion: "0.1.0",
            createdAt: "2026-11-20T01:02:03Z",
            isComplete: true,
            compression: "libdeflate 1.14",
            models: [
                ModelRecord(role: .teacher, name: "builtin/teacher", isBuiltIn: true),
                ModelRecord(role: .judge, name: "builtin/judge", isBuiltIn: true),
            ],
            cost: ["money": 0.5, "tokens": 1200],
            counts: [
                CellCount(split: "train", k: 1, asked: 3, accepted: 3),
                CellCount(split: "train", k: 2, asked: 4, accepted: 4),
                CellCount(split: "evaluation", k: 2, asked: 2, accepted: 2),
            ],
            books: [
                CellBooks(
                    split: "train",
                    k: 1,
                    candidates: 6,
                    accepted: 3,
                    rejected: ["refused": 1],
                    nearDuplicates: 1,
                    failed: ["timeout": 1],
                    notEligible: 2
                )
            ]
        )
    }

    static let certificate: JSONValue = [
        "version": 1, "name": "small",
        "proved": ["rules": [["rule": "unique-id", "statement": "No two rows share an id."]]],
        "measured": [:], "not_claimed": ["That the marks are right."],
    ]

    /// Everything for a release, with some texts that tell it from others.
    static func contents(release: Int = 1, text: String = "A text", in folder: SpoolFolder) throws -> ReleaseContents {
        let ones = (1...3).map { row($0, skills: [skills[$0 - 1]], text: text) }
        let twos = (4...7).map { row($0, skills: [skills[$0 % 3], skills[($0 + 1) % 3]], text: text) }
        let requests = (8...9).map { row($0, split: "evaluation", skills: ["simile", "irony"], text: nil) }
        let rejected = try RowSpool(directory: folder.path)
        try rejected.append(near)
        try rejected.append(refused)
        return ReleaseContents(
            manifest: manifest(release: release),
            splits: [
                ReleaseContents.Split(
                    name: "train",
                    cells: [
                        ShardWriter.Cell(k: 2, rows: try spool(twos, in: folder)),
                        ShardWriter.Cell(k: 1, rows: try spool(ones, in: folder)),
                    ]
                ),
                ReleaseContents.Split(
                    name: "evaluation",
                    cells: [ShardWriter.Cell(k: 2, rows: try spool(requests, in: folder))]
                ),
            ],
            rejected: rejected,
            sets: [
                SetSpec(name: "d1", split: "train", k: [1]),
                SetSpec(name: "d12", split: "train", k: [1, 2]),
                SetSpec(name: "few", split: "train", k: [2, 1], rows: 5),
            ],
            setSeed: setSeed,
            layout: ShardLayout(rows: 2),
            certificate: certificate,
            pipeline: "version: 1\n",
            catalog: DividedCatalog(
                catalog: try Catalog(
                    skills: skills.map { Skill(id: $0, name: $0, category: "literary", definition: "A skill.") },
                    topics: [Topic(id: "sewing", name: "sewing")]
                ),
                heldOutSkills: [],
                heldOutTopics: []
            ),
            templates: ["skill-mix/request.mustache": Array("{{topic}}\n".utf8)],
            ledger: Array("{}\n".utf8),
            language: "en",
            report: { manifest, _ in Array("<p>\(manifest.digest)</p>\n".utf8) }
        )
    }

    /// A published release in memory; the folder's path comes back.
    static func publish(
        _ release: Int = 1,
        text: String = "A text",
        in fileSystem: InMemoryFileSystem,
        spools: SpoolFolder
    ) throws -> String {
        let builder = ReleaseBuilder(output: "out", fileSystem: fileSystem)
        return try builder.publish(try builder.build(try contents(release: release, text: text, in: spools)))
    }
}
