import EtudeCore
@testable import EtudeCurate

/// A small sound release: facts, and rows in decision order.
enum ReleaseFixture {
    static func facts() throws -> ReleaseFacts {
        let skills = [
            ("metaphor", "literary"), ("simile", "literary"), ("dramatic irony", "literary"), ("irony", "rhetorical"),
            ("modus ponens", "logic"),
        ]
        let catalog = try Catalog(
            skills: skills.map { name, category in
                Skill(id: id(name), name: name, category: category, definition: "A skill.")
            },
            topics: ["sewing", "rug making", "beekeeping", "gardening"].map { Topic(id: id($0), name: $0) }
        )
        return ReleaseFacts(
            name: "small",
            catalog: catalog,
            heldOutSkills: ["irony", "modus-ponens"],
            heldOutTopics: ["beekeeping", "gardening"],
            closed: ClosedTuples(size: 2, [["simile", "metaphor"]]),
            splits: [
                SplitFacts(name: "train", skills: .train, topics: .train),
                SplitFacts(name: "pairs", skills: .train, topics: .train, combinations: .heldOut),
                SplitFacts(name: "heldout", skills: .heldOut, topics: .heldOut),
                SplitFacts(name: "mixed", skills: .any, topics: .heldOut),
                SplitFacts(name: "evaluation", skills: .any, topics: .heldOut, texts: false),
            ],
            sentenceLimits: [1: 1, 2: 1],
            turns: .final,
            explanation: true,
            near: NearDuplicateSettings()
        )
    }

    /// The rows, by what a test may want to change.
    static func rows() throws -> [Row] {
        let facts = try facts()
        func row(_ number: Int, _ split: String, _ skills: [String], _ topic: String, _ text: String = "") throws -> Row
        {
            let skills = skills.compactMap { facts.catalog.skill($0) }
            let prompt = [Message(.user, "Write a short text about the topic, number \(number).")]
            var row = Row(
                id: "",
                release: 1,
                split: split,
                k: skills.count,
                skills: skills.map(\.id),
                skillNames: skills.map(\.name),
                skillCategories: skills.map(\.category),
                topic: topic,
                messages: prompt,
                prompt: prompt,
                completion: [],
                text: "",
                explanation: "",
                marks: [],
                teacher: "",
                judges: [],
                planIndex: number,
                seed: "00000000000000ff",
                promptSHA256: SHA256.digest(of: prompt[0].content).hex,
                finishReason: ""
            )
            row.deriveID()
            guard !text.isEmpty else { return row }
            row.marks = (skills.map { .skill($0.id) } + [.topic, .sense, .sentenceLimit]).map {
                Mark($0, .pass, votes: Mark.Votes(pass: 1))
            }
            row.teacher = "scripted/teacher"
            row.judges = ["scripted/judge"]
            row.finishReason = "stop"
            row.say(text, because: "It shows what was asked for, as number \(number) explains.")
            return row
        }
        return [
            try row(0, "evaluation", ["metaphor", "modus-ponens"], "beekeeping"),
            try row(
                1,
                "pairs",
                ["simile", "metaphor"],
                "sewing",
                "Her needle was a minnow, as quick as a thought in the linen."
            ),
            try row(
                2,
                "heldout",
                ["modus-ponens"],
                "beekeeping",
                "If the hive hums it lives, and it hums, so it lives."
            ),
            try row(
                3,
                "heldout",
                ["irony", "modus-ponens"],
                "gardening",
                "Whoever waters wins, said the owner of the desert plot."
            ),
            try row(
                4,
                "mixed",
                ["irony", "metaphor"],
                "gardening",
                "The spade, that diplomat, ended every quarrel with the roots."
            ),
            try row(5, "train", ["metaphor"], "sewing", "The hem was a coastline that she walked all evening."),
            try row(6, "train", ["simile"], "rug-making", "Knots fell from his fingers like rain on the loom."),
            try row(
                7,
                "train",
                ["dramatic-irony", "metaphor"],
                "sewing",
                "Only we saw, in this dramatic irony, the pin in his chair."
            ),
        ]
    }

    /// What the rules say of rows, each standing in the shard of its split and k.
    static func check(_ rows: [Row], _ facts: ReleaseFacts? = nil) throws -> [Violation] {
        var rules = RowRules(try facts ?? Self.facts())
        return try rows.flatMap { try rules.check($0, shard: "data/\($0.split)-k\($0.k)") }
    }

    private static func id(_ name: String) -> String {
        String(name.map { $0 == " " ? "-" : $0 })
    }
}

extension Row {
    /// Puts a text and an explanation in all their places.
    mutating func say(_ text: String, because explanation: String? = nil) {
        self.text = text
        self.explanation = explanation ?? self.explanation
        completion = [Message(.assistant, "\(self.text)\n\nExplanation: \(self.explanation)")]
        messages = prompt + completion
    }

    /// Gives the row other skills, with everything that follows from them.
    mutating func relabel(_ skills: [String], _ facts: ReleaseFacts) {
        let skills = skills.compactMap { facts.catalog.skill($0) }
        k = skills.count
        self.skills = skills.map(\.id)
        skillNames = skills.map(\.name)
        skillCategories = skills.map(\.category)
        deriveID()
        guard !marks.isEmpty else { return }
        marks = (skills.map { .skill($0.id) } + [.topic, .sense, .sentenceLimit]).map {
            Mark($0, .pass, votes: Mark.Votes(pass: 1))
        }
    }

    /// Gives the row the id that follows from its labels.
    mutating func deriveID() {
        let candidate = Candidate(
            cell: 0,
            position: planIndex,
            attempt: 1,
            combination: Combination(skills: skills, topic: topic),
            positionSeed: Seed(0),
            seed: Seed(0)
        )
        id = Row.id(name: "small", candidate: candidate, cell: Cell(index: 0, split: split, k: k, rows: 1))
    }
}

extension RowRules {
    mutating func check(_ row: Row, shard: String) throws -> [Violation] {
        try take(examine(row), shard: shard, line: 1)
    }
}
