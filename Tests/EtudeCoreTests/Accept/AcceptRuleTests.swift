import EtudeCore
import Testing

@Suite struct AcceptRuleTests {
    /// Marks by letters p, f and u: some skills, then the criteria of a rubric with one of its own.
    private func marks(_ skills: String, _ others: String) -> [Mark] {
        let criteria =
            skills.indices.map { Criterion.skill("s\(skills.distance(from: skills.startIndex, to: $0))") }
            + [.topic, .sense, .sentenceLimit, .other("formal-register")].prefix(others.count)
        return zip(criteria, skills + others).map { criterion, letter in
            Mark(criterion, letter == "p" ? .pass : letter == "f" ? .fail : .unknown, votes: Mark.Votes())
        }
    }

    @Test(arguments: [
        ("full-marks", "pp", "ppp", true), ("full-marks", "pp", "ppu", false), ("full-marks", "pf", "ppp", false),
        ("all-skills", "pp", "ppf", true), ("all-skills", "pp", "pff", false), ("all-skills", "pf", "ppp", false),
        ("all-skills", "pp", "ppfp", true), ("all-skills", "pp", "puff", false),
        ("points == total", "pp", "ppp", true), ("points == total", "pp", "upp", false),
        ("skills >= k - 1 and topic and sense and unknown == 0", "pf", "ppf", true),
        ("skills >= k - 1 and topic and sense and unknown == 0", "pf", "ppu", false),
        ("skills >= k - 1 and topic and sense and unknown == 0", "ff", "ppp", false),
        ("skills >= k - 1 and topic and sense and unknown == 0", "pp", "fpp", false),
        ("topic or sense and sentence_limit", "f", "pff", true),
        ("topic or sense and sentence_limit", "f", "fpf", false),
        ("(topic or sense) and sentence_limit", "f", "pff", false), ("not topic", "p", "fpp", true),
        ("not topic", "p", "upp", true), ("not not topic", "p", "upp", false),
        ("formal_register", "p", "pppp", true), ("formal_register", "p", "pppf", false),
        ("formal_register", "p", "ppp", false),
        ("others == 4 and total == 5 and k == 1", "p", "pppp", true), ("points != 3", "p", "ppf", false),
        ("-1 + skills < 1 and 2 - 1 - 1 <= 0", "p", "ppp", true), ("skills - (k - 1) > 0", "pp", "fff", true),
        ("skills == 2", "pp", "fff", true), ("unknown <= 1", "uu", "ppp", false),
    ])
    func `a rule accepts what it says`(rule: String, skills: String, others: String, expected: Bool) throws {
        let rule = try AcceptRule(parsing: rule)
        #expect(rule.accepts(Verdict(marks: marks(skills, others))) == expected)
    }

    @Test func `no rule accepts a verdict without marks`() throws {
        for rule in ["full-marks", "all-skills", "k == 0", "not topic"] {
            #expect(try !AcceptRule(parsing: rule).accepts(Verdict(marks: [])))
        }
    }

    @Test(arguments: [
        ("", "character 1", "ends where"), ("skills", "character 1", "compare it"),
        ("topic and", "character 10", "ends where"),
        ("skills >= ", "character 11", "ends where"), ("topic && sense", "character 7", "`and`"),
        ("skills = 2", "character 8", "`==`"), ("skills ≥ 2", "character 8", "`>=`"),
        ("!topic", "character 1", "`not`"),
        ("topic ; sense", "character 7", "signs are"), ("(topic", "character 1", "not closed"),
        ("topic)", "character 6", "too much"), ("topic sense", "character 7", "too much"),
        ("1 < k < 3", "character 7", "do not chain"), ("topic >= 1", "character 1", "no number"),
        ("skills + topic > 1", "character 10", "no number"), ("skills >= 1 and k", "character 17", "compare it"),
        ("k == 1234567", "character 6", "below a million"), ("k == 2x", "character 6", "below a million"),
        ("and topic", "character 1", "expected"), ("not k", "character 5", "compare it"),
        ("full marks", "character 6", "too much"),
    ])
    func `a faulty rule is refused with the place of its fault`(rule: String, place: String, words: String) throws {
        let error = #expect(throws: EtudeError.self) { try AcceptRule(parsing: rule) }
        #expect(error?.code == .config)
        #expect(error?.message.contains("at \(place):") == true, "\(error?.message ?? "")")
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        ("topic and sence", "at character 11", "did you mean `sense`?"),
        ("sentence_limits", "at character 1", "did you mean `sentence_limit`?"),
        ("skill >= 1", "at character 1", "no number"), ("topic and skill", "at character 11", "did you mean `skills`?"),
        ("full_marks", "at character 1", "did you mean `full-marks`?"),
    ])
    func `a name that is no criterion is answered with the nearest`(rule: String, place: String, words: String) {
        let error = #expect(throws: EtudeError.self) {
            try AcceptRule(parsing: rule).requireCriteria(Criterion.standardIDs)
        }
        #expect(error?.code == .config)
        #expect(error?.message.contains(place) == true, "\(error?.message ?? "")")
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func `a rule has a limit of length and of names`() throws {
        let long = Array(repeating: "topic", count: 84).joined(separator: " and ")
        #expect(throws: EtudeError.self) { try AcceptRule(parsing: long) }
        #expect(throws: EtudeError.self) { try AcceptRule(parsing: "a and b and c and d and e and f and g") }
        #expect(throws: Never.self) { try AcceptRule(parsing: "a and b and c and d and e and f and a") }
        #expect(throws: Never.self) {
            try AcceptRule(parsing: String(repeating: "(", count: 200) + "topic" + String(repeating: ")", count: 200))
        }
    }

    /// What a criterion may become, by letters.
    private func possible(_ outcomes: [String]) -> [(criterion: Criterion, outcomes: Set<Mark.Outcome>)] {
        let criteria: [Criterion] = [.skill("a"), .skill("b"), .topic, .sense, .sentenceLimit]
        return zip(criteria, outcomes).map { criterion, letters in
            (criterion, Set(letters.map { $0 == "p" ? .pass : $0 == "f" ? .fail : .unknown }))
        }
    }

    @Test(arguments: [
        ("full-marks", ["p", "pfu", "p", "p", "p"], Bool?.none), ("full-marks", ["fu", "pfu", "p", "p", "p"], false),
        ("all-skills", ["p", "p", "p", "p", "pfu"], true), ("all-skills", ["p", "p", "p", "fu", "pfu"], nil),
        ("all-skills", ["p", "p", "fu", "fu", "pfu"], false),
        ("topic or not topic", ["pfu", "pfu", "pfu", "pfu", "pfu"], true),
        ("unknown == 0", ["pf", "pf", "pf", "pf", "pf"], true),
        ("skills == 1 or skills == 2", ["p", "pfu", "u", "u", "u"], true),
    ])
    func `what is certain is known before all is settled`(rule: String, outcomes: [String], expected: Bool?) throws {
        #expect(try AcceptRule(parsing: rule).decision(over: possible(outcomes)) == expected)
    }
}
