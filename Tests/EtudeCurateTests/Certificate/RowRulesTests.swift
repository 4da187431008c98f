import EtudeCore
import EtudeCurate
import Testing

/// One change that breaks one rule.
struct Breach: Sendable, CustomTestStringConvertible {
    let rule: RowRule
    let what: String
    let change: @Sendable (inout [Row]) throws -> Void

    init(_ rule: RowRule, _ what: String, _ change: @escaping @Sendable (inout [Row]) throws -> Void) {
        self.rule = rule
        self.what = what
        self.change = change
    }

    var testDescription: String { "\(rule.rawValue): \(what)" }

    static let labels: [Breach] = [
        Breach(.schema, "a seed that is no hash") { $0[5].seed = "17" },
        Breach(.schema, "a prompt hash that is too short") { $0[5].promptSHA256 = "ab" },
        Breach(.schema, "an integer that readers round") { $0[6].planIndex = 1 << 53 },
        Breach(.schema, "a release before the first") { $0[5].release = 0 },
        Breach(.schema, "a split that the release has not") { $0[5].split = "test" },
        Breach(.uniqueID, "an id twice") { $0[6].id = $0[5].id },
        Breach(.uniqueID, "an id in capitals") { $0[6].id = "ABCDEF0123456789" },
        Breach(.rowID, "an id of another combination") { $0[6].id = "0123456789abcdef" },
        Breach(.rowID, "another topic of the same side") { $0[5].topic = "rug-making" },
        Breach(.splitSkills, "a held-out skill in training") { $0[5].relabel(["irony"], try ReleaseFixture.facts()) },
        Breach(.splitSkills, "a training skill in a held-out split") {
            $0[2].relabel(["metaphor"], try ReleaseFixture.facts())
        },
        Breach(.splitSkills, "one side only where both are wanted") {
            $0[0].relabel(["metaphor", "dramatic-irony"], try ReleaseFixture.facts())
        },
        Breach(.splitTopics, "a held-out topic in training") { $0[5].topic = "gardening" },
        Breach(.splitTopics, "a training topic in a held-out split") { $0[0].topic = "sewing" },
        Breach(.closedCombination, "a closed pair in training") {
            $0[7].relabel(["metaphor", "simile"], try ReleaseFixture.facts())
            $0[7].topic = "rug-making"
        },
        Breach(.closedCombination, "an open pair among held-out pairs") {
            $0[1].relabel(["simile", "dramatic-irony"], try ReleaseFixture.facts())
        },
        Breach(.repeatedCombination, "the same skills in another order") {
            $0[3].relabel(["modus-ponens", "irony"], try ReleaseFixture.facts())
            var copy = $0[3]
            copy.planIndex = 30
            copy.relabel(["irony", "modus-ponens"], try ReleaseFixture.facts())
            copy.say("Nothing here resembles what stood before, not by a single long word.")
            $0.insert(copy, at: 4)
        },
        Breach(.reservedRequest, "a text for a reserved request") {
            $0[4].relabel(["modus-ponens", "metaphor"], try ReleaseFixture.facts())
            $0[4].topic = "beekeeping"
        },
        Breach(.order, "positions that descend") { $0[5].planIndex = 99 },
        Breach(.order, "k that descends") { $0.swapAt(2, 3) },
        Breach(.order, "positions that descend from shard to shard") {
            $0[5].planIndex = 6
            $0[6].planIndex = 5
        },
    ]

    static let texts: [Breach] = [
        Breach(.rowAgreement, "k that is not the number of skills") { $0[6].k = 2 },
        Breach(.rowAgreement, "a name that is not the catalog's") { $0[5].skillNames = ["metaphors"] },
        Breach(.rowAgreement, "a category that is not the catalog's") { $0[5].skillCategories = ["logic"] },
        Breach(.rowAgreement, "a skill that is in no catalog") { $0[5].skills = ["zeugma"] },
        Breach(.rowAgreement, "messages that are not prompt and completion") { $0[5].messages.removeLast() },
        Breach(.rowAgreement, "a last turn without the text") { $0[5].text = "Something else entirely." },
        Breach(.rowAgreement, "a last turn without the explanation") { $0[5].explanation = "Because." },
        Breach(.rowAgreement, "a mark that fails") {
            $0[5].marks[0] = Mark($0[5].marks[0].criterion, .fail, votes: Mark.Votes(fail: 1))
        },
        Breach(.rowAgreement, "a mark that is unknown") {
            $0[5].marks[1] = Mark($0[5].marks[1].criterion, .unknown, votes: Mark.Votes(unknown: 1))
        },
        Breach(.rowAgreement, "a criterion without mark") { $0[5].marks.removeLast() },
        Breach(.rowAgreement, "marks in another order") { $0[5].marks.swapAt(0, 1) },
        Breach(.rowAgreement, "more turns than are published") {
            $0[5].completion.insert(Message(.user, "Shorter."), at: 0)
            $0[5].messages = $0[5].prompt + $0[5].completion
        },
        Breach(.rowAgreement, "an answer in a split of requests only") { $0[0].text = "A text." },
        Breach(.namesOtherSide, "a held-out topic in an explanation") {
            $0[5].say($0[5].text, because: "As in Beekeeping.")
        },
        Breach(.namesOtherSide, "a held-out skill in a text") { $0[5].say("By Modus-Ponens the hem had to hold.") },
        Breach(.namesOtherSide, "a held-out skill in a prompt") {
            $0[5].prompt = [Message(.system, "Avoid irony."), $0[5].prompt[0]]
            $0[5].messages = $0[5].prompt + $0[5].completion
        },
        Breach(.namesOtherSide, "a training topic in a request") {
            $0[0].prompt = [Message(.user, "Write of rugmaking and rug  making.")]
            $0[0].messages = $0[0].prompt
        },
        Breach(.nearDuplicateAcrossSides, "a training text that stands in a held-out split") { $0[5].say($0[2].text) },
        Breach(.nearDuplicateAcrossSides, "a training text with one word changed") {
            $0[5].say("If the hive hums it lives, and it sings, so it lives.")
        },
        Breach(.nearDuplicate, "a text twice in training") { $0[6].say($0[5].text) },
        Breach(.nearDuplicate, "a text in two held-out splits") { $0[4].say($0[1].text) },
        Breach(.sentenceLimit, "two sentences where one is allowed") {
            $0[5].say("The hem was long. She walked it home.")
        },
    ]
}

struct RowRulesTests {
    @Test func `A sound release breaks no rule`() throws {
        #expect(try ReleaseFixture.check(ReleaseFixture.rows()) == [])
    }

    @Test(arguments: Breach.labels + Breach.texts)
    func `A breach is found, and nothing else`(_ breach: Breach) throws {
        var rows = try ReleaseFixture.rows()
        try breach.change(&rows)
        let found = try ReleaseFixture.check(rows)
        #expect(Set(found.map(\.rule)) == [breach.rule.rawValue], "\(found)")
    }

    @Test func `Every rule is broken by some test`() {
        #expect(Set((Breach.labels + Breach.texts).map(\.rule)) == Set(RowRule.allCases))
    }

    @Test func `A line that is no row is placed by file and line`() throws {
        var rules = RowRules(try ReleaseFixture.facts())
        let examined = rules.examine(["id": "x"] as JSONValue)
        let found = try rules.take(examined, shard: "data/train-00000-of-00001.jsonl.gz", line: 7)
        #expect(found.map(\.rule) == ["schema"])
        #expect(found.first?.row == "data/train-00000-of-00001.jsonl.gz:7")
    }

    @Test func `What a later release adds may begin again`() throws {
        var rows = try ReleaseFixture.rows()
        (rows[6].planIndex, rows[6].release) = (0, 2)
        #expect(try ReleaseFixture.check(rows) == [])
    }

    @Test func `Texts come first that training may not be near to`() throws {
        #expect(
            try ReleaseFixture.facts().decisionOrder.map(\.name) == [
                "evaluation", "pairs", "heldout", "mixed", "train",
            ]
        )
    }

    @Test func `A row of both sides may hold a closed pair`() throws {
        var rows = try ReleaseFixture.rows()
        rows[4].relabel(["metaphor", "irony", "simile"], try ReleaseFixture.facts())
        #expect(try ReleaseFixture.check(rows) == [])
    }

    @Test func `Without published explanations the last turn needs none`() throws {
        var facts = try ReleaseFixture.facts()
        facts.explanation = false
        var rows = try ReleaseFixture.rows()
        rows[5].explanation = "Because."
        #expect(try ReleaseFixture.check(rows, facts) == [])
    }

    @Test func `Marks are those of the rubric, in its order, and such as the accept rule takes`() throws {
        var facts = try ReleaseFixture.facts()
        facts.criteria = ["register", "skill", "topic", "sense", "sentence-limit"]
        facts.accept = try AcceptRule(parsing: "skills == k and register")
        func rows(register: Mark.Outcome, sense: Mark.Outcome) throws -> [Row] {
            var rows = try ReleaseFixture.rows()
            for index in rows.indices where !rows[index].marks.isEmpty {
                rows[index].marks.insert(Mark(.other("register"), register, votes: Mark.Votes()), at: 0)
                let place = rows[index].marks.count - 2
                rows[index].marks[place] = Mark(.sense, sense, votes: Mark.Votes())
            }
            return rows
        }
        #expect(try ReleaseFixture.check(rows(register: .pass, sense: .fail), facts) == [])
        for (found, words) in [
            (
                try ReleaseFixture.check(rows(register: .unknown, sense: .fail), facts),
                "register is unknown, sense is fail"
            ),
            (try ReleaseFixture.check(ReleaseFixture.rows(), facts), "one for each criterion"),
            (try ReleaseFixture.check(rows(register: .pass, sense: .pass)), "one for each criterion"),
        ] {
            #expect(Set(found.map(\.rule)) == ["row-agreement"])
            #expect(found.contains { $0.message.contains(words) }, "\(found)")
        }
    }

    @Test func `Whole conversations may have more turns`() throws {
        var facts = try ReleaseFixture.facts()
        facts.turns = .all
        var rows = try ReleaseFixture.rows()
        rows[5].completion = [Message(.assistant, "A first try."), Message(.user, "Again.")] + rows[5].completion
        rows[5].messages = rows[5].prompt + rows[5].completion
        #expect(try ReleaseFixture.check(rows, facts) == [])
    }
}
