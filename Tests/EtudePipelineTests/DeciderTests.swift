import EtudeCore
import EtudeCurate
import EtudePublish
import Testing

@testable import EtudePipeline
@testable import EtudeSample

@Suite struct DeciderTests {
    @Test(arguments: [1, 2, 7, 64], [false, true])
    func `decisions and requests do not depend on the order of arrival`(width: Int, balanced: Bool) throws {
        let reference = try Simulation(balanced: balanced).run(width: 1, order: Seed(0))
        for seed in 1...5 as ClosedRange<UInt64> {
            let other = try Simulation(balanced: balanced).run(width: width, order: Seed(seed))
            #expect(other.decisions == reference.decisions)
            #expect(other.asked == reference.asked)
        }
        #expect(reference.rows == [8, 12])
    }

    @Test func `a near duplicate is followed by the next attempt at its position`() throws {
        let run = try Simulation(balanced: false, duplicateEvery: 3).run(width: 4, order: Seed(1))
        #expect(run.rows == [8, 12])
        #expect(run.decisions.contains { $0.hasSuffix("near_duplicate") })
        #expect(run.asked.contains { $0.hasSuffix("/1") })
    }

    @Test func `a cell that nothing passes is given up long before its positions are used`() throws {
        var simulation = Simulation(balanced: false)
        simulation.positions = 4_000
        simulation.share = 0
        let run = try simulation.run(width: 8, order: Seed(2))
        #expect(run.rows == [0, 0])
        #expect(run.closings == ["hopeless", "hopeless"])
        // 12 rows of 4,000 positions: some 1,500 failures in a row are enough.
        #expect(run.asked.count < 2 * 2 * 2_000)
    }

    @Test func `a cell whose positions are used up is closed short`() throws {
        var simulation = Simulation(balanced: false)
        simulation.positions = 10
        simulation.share = 0.3
        let run = try simulation.run(width: 3, order: Seed(3))
        #expect(run.closings == ["exhausted", "exhausted"])
        #expect(run.rows.allSatisfy { $0 < 8 })
    }

    @Test func `never more positions are open that may become rows than rows are missing`() throws {
        var decider = try Simulation(balanced: false).decider()
        var open = 0
        while decider.next() != nil { open += 1 }
        #expect(open == 20)
    }

    @Test func `answers after the closing are surplus, and the books balance`() throws {
        var simulation = Simulation(balanced: false)
        simulation.positions = 4_000
        simulation.share = 0.000_1
        let run = try simulation.run(width: 64, order: Seed(4))
        #expect(run.closings == ["hopeless", "hopeless"])
        #expect(run.balanced)
    }
}

/// A plan of two cells with scripted answers.
private struct Simulation {
    struct Outcome {
        var decisions: [String]
        var asked: Set<String>
        var rows: [Int]
        var closings: [String?]
        var balanced: Bool
    }

    let balanced: Bool
    var duplicateEvery: Int?
    var positions = 400
    var share = 0.4
    var ahead = 1

    init(balanced: Bool, duplicateEvery: Int? = nil) {
        self.balanced = balanced
        self.duplicateEvery = duplicateEvery
    }

    func decider() throws -> Decider<ScriptedAcceptor> {
        let cells = [8, 12].enumerated().map { Cell(index: $0, split: "s\($0)", k: 1, rows: $1) }
        return try Decider(
            cells: cells.map { (cell: $0, positions: positions, isRequest: false) },
            attempts: 2,
            ahead: ahead,
            draws: ScriptedPositions(hasWaves: balanced, cells: cells.count),
            acceptor: ScriptedAcceptor(duplicateEvery: duplicateEvery)
        )
    }

    /// Runs with at most `width` candidates in flight, whose answers arrive in a seeded order.
    func run(width: Int, order: Seed) throws -> Outcome {
        var decider = try decider()
        var generator = SeededGenerator(seed: order)
        var inFlight: [Candidate] = []
        var outcome = Outcome(decisions: [], asked: [], rows: [], closings: [], balanced: true)
        var shown: [Int: (books: CellBooks, closing: String?)] = [:]
        while true {
            while inFlight.count < width, let candidate = decider.next() {
                inFlight.append(candidate)
                outcome.asked.insert(name(candidate))
            }
            for change in decider.takeChanges() { shown[change.cell] = (change.books, change.closing) }
            guard !inFlight.isEmpty else { break }
            let candidate = inFlight.remove(at: generator.below(inFlight.count))
            try decider.answer(candidate, answer(candidate))
            outcome.decisions += decider.takeDecisions().map { "\(name($0.candidate)) \(word($0.disposition))" }
        }
        outcome.rows = decider.books.map(\.accepted)
        outcome.closings = shown.keys.sorted().map { shown[$0]?.closing }
        outcome.balanced = decider.books.allSatisfy(\.balance)
        #expect(shown.keys.sorted().map { shown[$0]?.books } == decider.books, "changes tell all there is")
        return outcome
    }

    private func name(_ candidate: Candidate) -> String {
        "\(candidate.cell)/\(candidate.position)/\(candidate.attempt)"
    }

    /// A pure function of the candidate: some pass, some fail on the wire, the rest fall short.
    private func answer(_ candidate: Candidate) -> CandidateOutcome {
        var generator = SeededGenerator(seed: Seed(9).child(name(candidate)))
        let draw = generator.unit()
        if draw < share {
            let draft = Draft(text: name(candidate), explanation: "", messages: [], finishReason: "stop", teacher: "t")
            return .accepted(draft, Verdict(marks: []), meaning: nil)
        }
        return draw > 0.95 ? .failed("server") : .rejected(.marks, detail: "", draft: nil, verdict: nil)
    }

    private func word(_ disposition: Decision.Disposition) -> String {
        switch disposition {
        case .row: "row"
        case .rejected(let reason, _, _, _, _): reason.code
        case .failed(let kind): kind
        }
    }
}

private struct ScriptedPositions: PositionSource {
    let hasWaves: Bool
    private var given: [Int]

    init(hasWaves: Bool, cells: Int) {
        self.hasWaves = hasWaves
        given = Array(repeating: 0, count: cells)
    }

    func notEligible(cell: Int) -> Int { 0 }

    mutating func next(cell: Int) -> Drawn? {
        defer { given[cell] += 1 }
        return Drawn(
            cell: cell,
            position: given[cell],
            place: UInt128(given[cell]),
            rank: UInt128(given[cell]),
            combination: Combination(skills: ["s"], topic: "t"),
            positionSeed: Seed(UInt64(given[cell]))
        )
    }

    mutating func wave(asks: [Int: Int]) -> [Int: [Drawn]] {
        var wave: [Int: [Drawn]] = [:]
        for (cell, count) in asks.sorted(by: { $0.key < $1.key }) {
            wave[cell] = (0..<count).compactMap { _ in next(cell: cell) }
        }
        return wave
    }

    mutating func kept(_ combination: Combination, cell: Int) {}
}

private struct ScriptedAcceptor: Acceptor {
    let duplicateEvery: Int?
    private var seen = 0

    init(duplicateEvery: Int?) {
        self.duplicateEvery = duplicateEvery
    }

    mutating func accept(
        _ candidate: Candidate,
        draft: Draft?,
        verdict: Verdict?,
        meaning: UnitVector?
    ) -> Acceptance {
        seen += 1
        if let duplicateEvery, seen % duplicateEvery == 0 { return .refuse(.nearDuplicate, detail: "", match: nil) }
        return .keep(
            Row(
                id: "",
                release: 1,
                split: "",
                k: 1,
                skills: [],
                skillNames: [],
                skillCategories: [],
                topic: "",
                messages: [],
                prompt: [],
                completion: [],
                text: "",
                explanation: "",
                marks: [],
                teacher: "",
                judges: [],
                planIndex: 0,
                seed: "",
                promptSHA256: "",
                finishReason: ""
            )
        )
    }
}
