import EtudeCore
import EtudeJudge
import Testing

@Suite struct GradingReaderTests {
    /// Three skills, the topic "The Ottoman Empire", at most two sentences.
    private static let assignment = Assignment.named(
        ["metaphor", "complex question (loaded question)", "accident (fallacy)"],
        topic: "The Ottoman Empire"
    )

    private func read(_ answer: String, _ assignment: Assignment = Self.assignment) -> String {
        letters(GradingReader.marks(in: answer, for: assignment), assignment)
    }

    @Test(arguments: [
        ("| Criteria | Points Earned |\n|---|---|\n| Correctly illustrates metaphor | 1 |", "puuuuu"),
        ("| CRITERIA | POINTS EARNED |\n|:--|--:|\n| **Metaphor** | **0** |", "fuuuuu"),
        ("```markdown\n| criteria | points earned |\n|---|---|\n| `metaphor` | 1 |\n```", "puuuuu"),
        ("| Criterion | Points |\n|---|---|\n| Contains complex question | 1 |\n| Contains metaphors | 0 |", "fpuuuu"),
        ("Criteria | Points Earned\n--- | ---\nIllustrates an accident | 1\nmakes sense | 1", "uupupu"),
        (
            "| # | Criteria | Max Points | Points Earned | Comment |\n|-|-|-|-|-|\n| 1 | metaphor | 1 | 0 | no |",
            "fuuuuu"
        ),
        ("| Criteria | Points Possible | Score |\n|-|-|-|\n| metaphor | 1 | 0 |", "fuuuuu"),
        ("| Pertains to Ottoman Empires | 1 |\n| Text makes sense | 0 |\n| At most 2 sentences | 1 |", "uuupfp"),
        ("| 1. Correctly illustrates metaphor | 1/1 |\n| 2. accident (fallacy) | 0/1 |", "pufuuu"),
        ("| Criteria | Met? |\n|-|-|\n| metaphor | Yes |\n| accident | ✗ |\n| complex question | ✓ |", "ppfuuu"),
        ("| skill | verdict |\n|-|-|\n| metaphor | 1 point |", "puuuuu"),
        ("| 기준 | 점수 |\n|-|-|\n| “metaphor”을(를) 바르게 보여 줌 | 1 |\n| 글의 뜻이 통함 | 0 |\n| 합계 | 1 |", "puuufu"),
    ])
    func `a table is read by the names in its rows`(_ answer: String, _ marks: String) {
        #expect(read(answer) == marks)
    }

    @Test(arguments: [
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | 0.5 |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | 1/2 |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | N/A |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | 10 |", "| Criteria | Points Earned |\n|-|-|\n| metaphor |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | ✕ |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | 1, in part |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | 1 or 0 |",
        "| Criteria | Points Earned |\n|-|-|\n| Does not illustrate metaphor | 1 |",
        "| Criteria | Points Earned |\n|-|-|\n| Metaphor and complex question | 1 |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | 1 |\n| metaphor | 0 |",
        "| Criteria | Points Earned |\n|-|-|\n| metaphor | 1 | see below |",
        "| Criteria | Max Points |\n|-|-|\n| metaphor | 1 |", "| metaphor | 1 | 0 |",
        "| Criteria | A | B |\n|-|-|-|\n| metaphor | 1 | 0 |",
        "metaphor", "| Total | 1 |", "1 1 1 1 1 1", "", "|", "All criteria are met: 6/6.",
    ])
    func `what cannot be read is unknown`(_ answer: String) {
        #expect(read(answer) == "uuuuuu")
    }

    @Test(arguments: [
        ("Metaphor: 1\nComplex question: 0.\nAccident: 1/1", "pfpuuu"),
        (
            "1. **Metaphor**: A hive is a city.\n   Point earned: 1\n2. **Accident (fallacy)**: None. Point earned: 0.",
            "pufuuu"
        ),
        ("### Metaphor\n\nA hive is a city.\n\n**Points earned:** 1/1\n\n### Complex question\n\nScore: 0", "pfuuuu"),
        ("**Metaphor**\n- Evidence: \"a city\"\n- Points earned: 1\n**Accident**\n- Points earned: 0", "pufuuu"),
        ("Metaphor\nPoint earned: 1\nComplex question\nPoint earned: 0", "pfuuuu"),
        ("Points earned for metaphor: 1\nPoint earned for the accident (fallacy): 0\nGrade: 1", "pufuuu"),
        ("- Pertains to the topic: 1\n- Text makes sense: 0\n- At most two sentences: 1\nTotal: 2", "uuupfp"),
        ("**Metaphor:** 'Point earned: 1'.\n\n**Complex question:** ‘Point earned: 0’", "pfuuuu"),
        ("**1. Metaphor**: fine. Point earned: 1\n**2. Accident**: none. Point earned: 0", "pufuuu"),
        ("Metaphor: yes\nComplex question: no\nAccident: Yes, it does.", "pfuuuu"),
        ("은유 채점\n- metaphor: 1점\n- 최대 2문장: 0점\n총점: 1", "puuuuf"),
    ])
    func `a list is read by the names of its items`(_ answer: String, _ marks: String) {
        #expect(read(answer) == marks)
    }

    @Test(arguments: [
        // Whose the points are is unclear, or they are no points.
        "1. Metaphor: fine.\n2. Exaggeration: fine.\nPoint earned: 1",
        "Metaphor: fine.\nComplex question: fine.\nPoint earned: 1",
        "**Metaphor**: fine. Complex question: none. Point earned: 1",
        "Metaphor: 1 hive is a city.", "Metaphor: Point earned:", "Metaphor: Point earned: 0 or 1",
        "Metaphor: Point earned: 0,5",
        "Metaphor: fine. Point earned: 1. Complex question: none. Point earned: 0.",
        "Metaphor: it is fine.\nTotal points earned: 1", "Metaphor: fine.\nGrade: 1", "Metaphor: 1\nMetaphor: 0",
        "The text has a metaphor. Point earned: 1", "Points: 1", "Point earned for exaggeration: 1",
    ])
    func `points that belong to nobody for sure are nobody's`(_ answer: String) {
        #expect(read(answer) == "uuuuuu")
    }

    @Test(arguments: [
        (
            #"{"marks":[{"criterion":"skill:metaphor","evidence":"a city","met":true},{"criterion":"sense","evidence":"","met":false}]}"#,
            "puuufu"
        ),
        (
            "Here it is:\n```json\n{\"marks\": [\n {\"criterion\": \"topic\", \"met\": true}\n]}\n```\nGood luck!",
            "uuupuu"
        ),
        (#"{"marks":[{"criterion":"Correctly illustrates accident (fallacy)","met":false}]}"#, "uufuuu"),
        (#"The {set} is "odd". {"a":{"b":1}} {"marks":[{"criterion":"sentence-limit","met":true}]}"#, "uuuuup"),
        (
            #"{"marks":[{"criterion":"sense","evidence":"{\"marks\":[{\"criterion\":\"topic\",\"met\":true}]}","met":true}]}"#,
            "uuuupu"
        ),
        (
            #"{"marks":[{"criterion":"topic","met":1},{"criterion":"sense","met":"no"},{"criterion":"skill:metaphor","met":0.5}]}"#,
            "uuupfu"
        ),
        (#"{"marks":[{"criterion":"topic","met":true},{"criterion":"topic","met":false},{"met":true},7]}"#, "uuuuuu"),
        (#"{"marks":[{"criterion":"topic","met":true}]} | Text makes sense | 1 |"#, "uuupuu"),
        (#"{"marks":[{"criterion":"topic","met":true}]} {"marks":[{"criterion":"topic","met":fal"#, "uuuuuu"),
        (#"{"marks":[{"criterion":"topic","met":true}]} {"marks":[{"criterion":"topic","met":false}]}"#, "uuuuuu"),
        (#"{"marks":{"topic":true}}"#, "uuuuuu"),
    ])
    func `a JSON verdict is read by id or label`(_ answer: String, _ marks: String) {
        #expect(read(answer) == marks)
    }

    @Test(arguments: [
        ("| verbal irony | 1 |", "up"), ("| irony | 1 |", "pu"), ("| irony (verbal) | 1 |", "uu"),
        ("| ironies | 0 |", "fu"),
        ("| Correctly illustrates irony | 1 |\n| Correctly illustrates verbal irony | 0 |", "pf"),
    ])
    func `of two near names the right one is found`(_ answer: String, _ marks: String) {
        let assignment = Assignment.named(["irony", "verbal irony"])
        #expect(read(answer, assignment) == marks + "uuu")
    }

    @Test func `a skill that begins another is not taken for it`() {
        let assignment = Assignment.named(["complex question", "complex question begging"])
        #expect(read("| complex question begging | 1 |\n| complex questions | 0 |", assignment) == "fpuuu")
        #expect(read("| Common sense | 1 |", .named(["common sense"])) == "puuu")
    }

    @Test(arguments: ["{\"marks\":[", "|", "Metaphor: ", "{", "metaphor ", "Point earned: 1. ", ":", "**", "1. ", "`"])
    func `a long answer of one repeated sign is read in time and fails nothing`(_ part: String) {
        #expect(!read(String(repeating: part, count: 5_000)).contains("f"))
    }
}
