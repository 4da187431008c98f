import EtudeCore
import EtudeJudge
import Testing

struct ProbeTallyTests {
    private static let assignment = Assignment.named(["Metaphor"])
    private let probe = Probe(kind: .offTopic, text: "A text.", assignment: assignment, fails: .topic)

    private func ballots(_ outcomes: [Mark.Outcome]) -> [Ballot] {
        outcomes.enumerated().map { Ballot(judge: 0, round: $0, marks: [.topic: $1, .sense: .fail]) }
    }

    @Test(
        arguments: [
            ([.fail], .caught), ([.pass], .missed), ([.unknown], .abstained), ([.fail, .pass], .abstained),
            ([.fail, .pass, .fail], .caught), ([.fail, .unknown, .unknown], .caught), ([.pass, .pass, .fail], .missed),
            ([], .unasked),
        ] as [([Mark.Outcome], ProbeFinding.Judges)]
    )
    func `the majority of the ballots on the broken criterion says whether judges caught it`(
        outcomes: [Mark.Outcome],
        judges: ProbeFinding.Judges
    ) {
        let finding = ProbeFinding(probe, byCode: false, ballots: ballots(outcomes))
        #expect(finding == ProbeFinding(kind: .offTopic, byCode: false, judges: judges))
    }

    @Test func `a criterion that code decides is none that judges were asked about`() {
        let long = Probe(kind: .overLength, text: "A text.", assignment: Self.assignment, fails: .sentenceLimit)
        #expect(ProbeFinding(long, byCode: true, ballots: ballots([.pass])).judges == .unasked)
    }

    @Test func `every finding is counted once, and what had no answer is neither caught nor missed`() {
        var tally = ProbeTally()
        for (byCode, judges) in [
            (false, .caught), (false, .missed), (false, .abstained), (true, .missed), (true, .unasked),
            (false, .unasked),
            (false, .failed),
        ] as [(Bool, ProbeFinding.Judges)] {
            tally.add(ProbeFinding(kind: .injection, byCode: byCode, judges: judges))
        }
        let counts = tally[.injection]
        #expect(counts.planted == 7)
        #expect(counts.byCode == 2)
        #expect(counts.catchRate == BinomialSample(successes: 1, trials: 4))
        #expect(counts.abstained == 1)
        #expect(counts.failed == 1)
        #expect(counts.missed == 3)
        #expect(tally.planted == 7)
        #expect(tally[.offTopic] == ProbeTally.Counts())
    }

    /// A judge that sees each fault with a rate of its kind and passes everything else.
    @Test func `simulated judges are found to catch what they were made to catch`() throws {
        let rates: [ProbeKind: Double] = [
            .skillMissing: 0.9, .offTopic: 0.98, .overLength: 0.5, .namesSkill: 0.75, .injection: 0.3,
        ]
        let catalog = try WrittenText.catalog.get()
        let maker = ProbeMaker(skills: catalog.skills, topics: catalog.topics)
        let written = try (0..<40).map { try WrittenText($0, k: 1 + $0 % 3) }
        var held: [ProbeKind: Int] = [:]
        let (runs, drafts) = (60, 400)
        var generator = SeededGenerator(seed: Seed(20_261_120))
        for run in 0..<runs {
            var tally = ProbeTally()
            for draft in 0..<drafts {
                let kind = ProbeKind.allCases[draft % 5]
                let (text, asked) = (written[draft % 40].text, written[draft % 40].assignment)
                // Made anew in one run, the same ones judged anew in the others.
                let probe = try #require(
                    run > 0 ? Self.probe(kind) : maker.probe(kind, text, for: asked, seed: Seed(UInt64(draft)))
                )
                let sees = generator.unit() < rates[kind, default: 0]
                let marks: [Criterion: Mark.Outcome] = [probe.fails: sees ? .fail : .pass]
                let ballot = Ballot(judge: 0, round: 0, marks: marks)
                tally.add(ProbeFinding(probe, byCode: false, ballots: [ballot]))
            }
            for kind in ProbeKind.allCases {
                let interval = WilsonInterval.of(tally[kind].catchRate)
                held[kind, default: 0] += interval.contains(rates[kind, default: 0]) ? 1 : 0
                #expect(tally[kind].planted == drafts / 5)
            }
        }
        print("catch rates held by their intervals in", held.values.reduce(0, +), "of", runs * 5)
        for kind in ProbeKind.allCases { #expect(held[kind, default: 0] >= 50, "\(kind)") }
        #expect((276...299).contains(held.values.reduce(0, +)))
    }

    private static func probe(_ kind: ProbeKind) -> Probe {
        Probe(kind: kind, text: "A text.", assignment: assignment, fails: .topic)
    }
}
