import EtudeCore
import EtudeJudge
import EtudePublish
import Testing

@testable import EtudePipeline

/// What a run counts of its judges, by judges whose rates are known.
@Suite struct MeasureBookTests {
    /// Two skills whose truth is drawn, and ballots that say the truth but for an error of one in five.
    private struct Panel {
        var generator: SeededGenerator
        let size: Int

        mutating func ballots(error: Double = 0.2, silence: Double = 0) -> [Ballot] {
            let criteria: [Criterion] = [.skill("metaphor"), .skill("irony"), .topic]
            let truths = criteria.map { _ in generator.unit() < 0.5 }
            return (0..<size).map { ballot in
                var marks: [Criterion: Mark.Outcome] = [:]
                for (criterion, truth) in zip(criteria, truths) {
                    let says = (generator.unit() < error) != truth
                    marks[criterion] = generator.unit() < silence ? .unknown : says ? .pass : .fail
                }
                return Ballot(judge: ballot, round: 0, marks: marks)
            }
        }
    }

    private func spec(_ judge: String) throws -> PipelineSpec {
        let text = """
            version: 1
            name: measured
            seed: 5
            splits: { train: { k: { 2: 5 } } }
            models: { teacher: { provider: builtin }, judge: { provider: builtin } }
            judge: \(judge)

            """
        return try PipelineSpec(source: text, file: "pipeline.yaml")
    }

    private func candidate(_ position: Int, attempt: Int = 0) -> Candidate {
        let seed = Seed(UInt64(position))
        let combination = Combination(skills: ["metaphor"], topic: "sewing")
        return Candidate(
            cell: 0,
            position: position,
            attempt: attempt,
            combination: combination,
            positionSeed: seed,
            seed: seed
        )
    }

    private func record(_ judge: String, _ notes: [MeasureNote]) throws -> JudgingRecord {
        let spec = try spec(judge)
        var book = MeasureBook(spec.judge)
        for (position, note) in notes.enumerated() { book.note(note, of: candidate(position)) }
        for position in notes.indices { book.count(candidate(position)) }
        return book.record(seed: Seed(1), warnings: [])
    }

    @Test func `ballots of a known error show the agreement that it makes, by kind of criterion`() throws {
        var panel = Panel(generator: SeededGenerator(seed: Seed(3)), size: 3)
        let notes = (0..<600).map { _ in MeasureNote(ballots: panel.ballots(), probe: nil) }
        let record = try record("{ rounds: 3, probes: 1 }", notes)
        #expect(record.texts == 600)
        #expect(record.agreement.map(\.criterion) == ["skills", "topic"])
        for agreement in record.agreement {
            // Two ballots agree where both err or neither does; half of all truths are passes.
            for (estimate, truth) in [
                (agreement.percent, 0.68), (agreement.fleissKappa, 0.36), (agreement.alpha, 0.36),
            ] {
                #expect(try #require(estimate?.interval).contains(truth), "\(agreement.criterion)")
            }
            #expect(agreement.cohensKappa == nil)
            #expect(agreement.texts == 600)
        }
        #expect(record.agreement[0].abstentions == BinomialSample(successes: 0, trials: 3600))
        #expect(record.probes.isEmpty)
    }

    @Test func `of ballots that stop at a majority the first half alone shows the agreement as it is`() throws {
        // The third ballot is asked for where the first two differ.
        var panel = Panel(generator: SeededGenerator(seed: Seed(4)), size: 3)
        var (prefixes, stopped) = ([MeasureNote](), RatingTable(raters: 3, categories: 2))
        for _ in 0..<600 {
            let ballots = panel.ballots()
            prefixes.append(
                MeasureNote(ballots: Array(ballots.prefix(MeasuredPanel.independentBallots(of: 3))), probe: nil)
            )
            let marks = ballots.map { RatingTable.rating(of: $0.marks[.topic] ?? .unknown) }
            stopped.add(marks[0] == marks[1] ? Array(marks.prefix(2)) : marks)
        }
        let record = try record("{ rounds: 3 }", prefixes)
        for agreement in record.agreement {
            #expect(try #require(agreement.percent?.interval).contains(0.68))
            #expect(try #require(agreement.cohensKappa?.interval).contains(0.36))
            #expect(agreement.fleissKappa == nil)
        }
        // What all ballots cast would show instead.
        #expect(try #require(PercentAgreement.of(stopped)) > 0.75)
    }

    @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (9, 5)])
    func `half of the ballots are cast whatever they say, since fewer settle nothing`(ballots: Int, cast: Int) {
        #expect(MeasuredPanel.independentBallots(of: ballots) == cast)
    }

    @Test func `abstentions are counted and no ratings`() throws {
        var panel = Panel(generator: SeededGenerator(seed: Seed(5)), size: 2)
        let notes = (0..<300).map { _ in MeasureNote(ballots: panel.ballots(silence: 0.25), probe: nil) }
        let record = try record("{ rounds: 2, probes: 1 }", notes)
        let skills = try #require(record.agreement.first)
        #expect(WilsonInterval.of(skills.abstentions).contains(0.25))
        #expect(try #require(skills.cohensKappa?.interval).contains(0.36))
    }

    @Test func `one ballot has abstentions and no agreement`() throws {
        var panel = Panel(generator: SeededGenerator(seed: Seed(6)), size: 1)
        let notes = (0..<20).map { _ in MeasureNote(ballots: panel.ballots(), probe: nil) }
        let record = try record("{ rounds: 1 }", notes)
        #expect(record.ballots == 1)
        #expect(record.texts == 20)
        #expect(record.agreement.allSatisfy { $0.texts == 0 && $0.percent == nil && $0.alpha == nil })
        #expect(record.agreement.first?.abstentions.trials == 40)
        #expect(record.warnings.isEmpty)
    }

    @Test func `only decided candidates count, each once, and their order of arrival is nothing`() throws {
        var panel = Panel(generator: SeededGenerator(seed: Seed(7)), size: 2)
        let finding = ProbeFinding(kind: .offTopic, byCode: false, judges: .caught)
        let notes = (0..<40).map { _ in MeasureNote(ballots: panel.ballots(), probe: finding) }
        let spec = try spec("{ rounds: 2, probes: 1 }")
        func record(arrival: [Int]) -> JudgingRecord {
            var book = MeasureBook(spec.judge)
            for position in arrival { book.note(notes[position], of: candidate(position)) }
            for position in 0..<30 {
                book.count(candidate(position))
                book.count(candidate(position))
                book.count(candidate(position, attempt: 1))
            }
            return book.record(seed: Seed(1), warnings: ["The judge is tired."])
        }
        let first = record(arrival: Array(0..<40))
        #expect(first == record(arrival: (0..<40).reversed()))
        #expect(first.texts == 30)
        #expect(first.warnings.first == "The judge is tired.")
        #expect(first.probes.map(\.planted) == [30])
        #expect(first.probes.first?.caughtByJudges == BinomialSample(successes: 30, trials: 30))
    }

    @Test func `judges that agree by chance or miss most faults are warned of, others are not`() throws {
        var panel = Panel(generator: SeededGenerator(seed: Seed(8)), size: 2)
        func notes(error: Double, caught: Int) -> [MeasureNote] {
            (0..<100).map { index in
                let judges = index < caught ? ProbeFinding.Judges.caught : .missed
                let finding = ProbeFinding(kind: .injection, byCode: false, judges: judges)
                return MeasureNote(ballots: panel.ballots(error: error), probe: finding)
            }
        }
        let bad = try record("{ rounds: 2, probes: 1 }", notes(error: 0.5, caught: 40)).warnings
        try #require(bad.count == 3)
        #expect(bad[0].hasPrefix("The ballots on skills agree little beyond chance: alpha is "))
        #expect(bad[2].hasPrefix("Of the fault injection the judges catch a share of 0.4 ("))
        #expect(try record("{ rounds: 2, probes: 1 }", notes(error: 0.02, caught: 95)).warnings.isEmpty)
    }

    @Test(arguments: ["-0.1", "1.5", "often"])
    func `a share of probes that is none is refused at its key`(share: String) {
        let error = #expect(throws: EtudeError.self) { try spec("{ probes: \(share) }") }
        #expect(error?.code == .config)
        #expect(error?.place?.key == "judge.probes")
    }

    @Test func `probes change no plan, and the plan counts what they cost`() throws {
        let plans = try ["{ rounds: 3 }", "{ rounds: 3, probes: 0.4 }"].map { try PipelinePlan.resolve(spec($0)) }
        #expect(plans[0].hash == plans[1].hash)
        let calls = try plans.map { plan in
            try #require(PlanOverview(plan, acceptance: nil).json["expected"]?["calls"]?.int)
        }
        // Five drafts of two turns and three ballots; two probes of three ballots.
        #expect(calls == [25, 31])
    }
}
