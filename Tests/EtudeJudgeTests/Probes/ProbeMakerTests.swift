import EtudeCore
import EtudeJudge
import EtudeText
import Testing

struct ProbeMakerTests {
    private func maker() throws -> ProbeMaker {
        let catalog = try WrittenText.catalog.get()
        return ProbeMaker(skills: catalog.skills, topics: catalog.topics)
    }

    @Test(arguments: ProbeKind.allCases)
    func `a probe breaks the criterion that it says, and no other that code can see`(kind: ProbeKind) throws {
        let maker = try maker()
        for index in 0..<60 {
            let written = try WrittenText(index, k: 1 + index % 4)
            let (text, asked) = (written.text, written.assignment)
            let probe = try #require(maker.probe(kind, text, for: asked, seed: Seed(UInt64(index))), "\(text)")
            #expect(probe.kind == kind)
            #expect(Criterion.all(of: probe.assignment).contains(probe.fails))
            #expect(probe.assignment.k == asked.k)
            #expect(probe.assignment.sentenceLimit == asked.sentenceLimit)
            let named = CodeChecks.namedSkills(in: probe.text, of: probe.assignment)
            #expect(CodeChecks.keepsSentenceLimit(probe.text, of: probe.assignment) == (kind != .overLength))
            switch kind {
            case .skillMissing, .injection:
                guard case .skill(let id) = probe.fails else { throw EtudeError(.fault, "\(probe.fails)") }
                #expect(!asked.skills.contains { $0.id == id || $0.related.contains(id) })
                #expect(probe.assignment.skills.count { !asked.skills.contains($0) } == 1)
                #expect(named.isEmpty)
                #expect((probe.text == text) == (kind == .skillMissing))
            case .offTopic:
                #expect(probe.fails == .topic)
                #expect(probe.assignment.topic != asked.topic)
                let words = probe.assignment.topic.lexicon.entries + [probe.assignment.topic.name]
                #expect(!words.contains { text.lowercased().contains(" \($0.lowercased()) ") })
            case .overLength:
                #expect(probe.fails == .sentenceLimit)
                #expect(probe.text.hasPrefix(text))
                #expect(Sentences.count(probe.text) == asked.sentenceLimit + 1)
            case .namesSkill:
                #expect(named.map(Criterion.skill) == [probe.fails])
                #expect(probe.assignment == asked)
            }
        }
    }

    @Test func `all kinds are drawn, each about as often as the others`() throws {
        let maker = try maker()
        let written = try WrittenText(1, k: 2)
        let kinds = (0..<1000).compactMap { index in
            maker.probe(written.text, for: written.assignment, seed: Seed(UInt64(index)))?.kind
        }
        for kind in ProbeKind.allCases { #expect((140...260).contains(kinds.count { $0 == kind }), "\(kind)") }
    }

    @Test func `the same seed makes the same probe, another seed another`() throws {
        let maker = try maker()
        let written = try WrittenText(3, k: 3)
        func probe(_ seed: UInt64) -> Probe? {
            maker.probe(.skillMissing, written.text, for: written.assignment, seed: Seed(seed))
        }
        #expect(probe(1) == probe(1))
        #expect(Set((0..<20).map { probe($0)?.fails }).count > 10)
    }

    @Test func `without another topic or skill such a probe is not made, and another kind is`() throws {
        let asked = Assignment.named(["Red Herring"])
        let maker = ProbeMaker(skills: asked.skills, topics: [asked.topic])
        let text = "She stitched on, and asked about the weather."
        for kind in [ProbeKind.skillMissing, .offTopic, .injection] {
            #expect(maker.probe(kind, text, for: asked, seed: Seed(1)) == nil)
        }
        for seed in 0..<20 {
            let kind = maker.probe(text, for: asked, seed: Seed(UInt64(seed)))?.kind
            #expect(kind == .overLength || kind == .namesSkill)
        }
        #expect(maker.probe("", for: asked, seed: Seed(1)) == nil)
    }

    @Test func `a skill that the text names or that is related is no missing one`() throws {
        let asked = Assignment.named(["Metaphor"])
        let others = Assignment.named(["Red Herring", "Simile", "Irony"]).skills
        var related = others[1]
        related.related = ["metaphor"]
        let maker = ProbeMaker(skills: asked.skills + [others[0], related, others[2]], topics: [])
        for seed in 0..<30 {
            let probe = maker.probe(
                .skillMissing,
                "The seam was a road, and the red herring on it shone.",
                for: asked,
                seed: Seed(UInt64(seed))
            )
            #expect(probe?.fails == .skill("irony"))
        }
    }

    @Test func `a topic of which a word is in the text is no other topic`() throws {
        let asked = Assignment.named(["Metaphor"])
        let others = ["gardening", "cooking", "ice hockey"].map { Topic(id: $0, name: $0) }
        let maker = ProbeMaker(skills: [], topics: [asked.topic] + others)
        for seed in 0..<30 {
            let text = "In the garden she dreamed of ice, and of hockey."
            let probe = maker.probe(.offTopic, text, for: asked, seed: Seed(UInt64(seed)))
            #expect(probe?.assignment.topic.id == "cooking")
        }
    }

    @Test func `a Korean text is talked for in Korean`() throws {
        let asked = Assignment.named(["Metaphor"], language: "ko")
        let maker = ProbeMaker(skills: asked.skills + Assignment.named(["Irony"]).skills, topics: [])
        let probe = try #require(maker.probe(.injection, "실은 길이다.", for: asked, seed: Seed(1)))
        #expect(probe.text.hasPrefix("실은 길이다 ("))
        #expect(probe.text.hasSuffix(")."))
        #expect(probe.text.contains("기준") || probe.text.contains("항목"))
    }
}
