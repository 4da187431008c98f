public import EtudeCore
import EtudeCurate
public import EtudePublish
import EtudeSample

/// Decides candidates in the decision order and says which to fetch next: a pure state machine.
///
/// Fetching needs no order. Whatever order answers arrive in, candidates are asked and decided alike, so that what is
/// published is a function of plan and answers. The decision order is (wave, cell, position, attempt). Under `uniform` and
/// `exhaustive` there is one wave, which grows as positions turn out not to become rows; under `balanced` a wave asks as many
/// positions as each open cell misses rows, and the next begins when all of it is decided.
public struct Decider<Accepting: Acceptor>: Sendable {
    /// From how many decided positions on a cell may be given up as hopeless.
    public static var positionsBeforeGivingUp: Int { 200 }

    private var cells: [CellProgress]
    private var draws: any PositionSource
    private let isRequest: [Bool]
    private let attempts: Int
    private var acceptor: Accepting
    /// The cell whose positions are decided now.
    private var cursor = 0
    private var decisions: [Decision] = []
    /// Cells whose books or closing may have changed since they were last asked for.
    private var changed: Set<Int>

    /// A decider at the start of its plan.
    ///
    /// - Parameters:
    ///   - cells: the cells in the decision order, each with the positions it may use and whether it holds requests only.
    ///   - attempts: attempts at one position.
    ///   - ahead: how many positions that may yet become rows are open for each missing row, where there are no waves.
    ///   - draws: where positions come from.
    ///   - acceptor: decides about drafts with accepted marks.
    /// - Throws: ``EtudeError`` as ``Acceptor`` does.
    public init(
        cells: [(cell: Cell, positions: Int, isRequest: Bool)],
        attempts: Int,
        ahead: Int,
        draws: any PositionSource,
        acceptor: Accepting
    ) throws(EtudeError) {
        changed = Set(cells.indices)
        self.cells = cells.map {
            CellProgress(cell: $0.cell, positions: $0.positions, ahead: $0.isRequest ? 1 : ahead)
        }
        isRequest = cells.map(\.isRequest)
        self.attempts = attempts
        self.draws = draws
        self.acceptor = acceptor
        if draws.hasWaves { beginWave() }
        try advance()
    }

    /// Whether every cell is closed.
    public var isFinished: Bool { cells.allSatisfy(\.isClosed) }

    /// The books of each cell, in the decision order.
    public var books: [CellBooks] { cells.indices.map(books) }

    /// The places in its space of the positions that each cell has decided, in the decision order of the cells.
    public var decidedPlaces: [[UInt128]] { cells.map(\.decidedPlaces) }

    /// The cells whose books may have changed since the last call, in the decision order, and why they closed; nil while open.
    public mutating func takeChanges() -> [(cell: Int, books: CellBooks, closing: String?)] {
        defer { changed.removeAll(keepingCapacity: true) }
        return changed.sorted().map { ($0, books(of: $0), cells[$0].closing?.rawValue) }
    }

    private func books(of cell: Int) -> CellBooks {
        var books = cells[cell].books
        books.notEligible = draws.notEligible(cell: cell)
        return books
    }

    /// The next candidate to fetch; nil if none can be asked for before an answer arrives.
    public mutating func next() -> Candidate? {
        for index in cells.indices {
            if let candidate = cells[index].takeReady() { return candidate }
            guard !draws.hasWaves, !isRequest[index] else { continue }
            if drawPosition(index), let candidate = cells[index].takeReady() { return candidate }
        }
        return nil
    }

    /// Takes a candidate's outcome and decides as far as answers reach.
    ///
    /// - Throws: ``EtudeError`` as ``Acceptor`` does.
    public mutating func answer(_ candidate: Candidate, _ outcome: CandidateOutcome) throws(EtudeError) {
        changed.insert(candidate.cell)
        cells[candidate.cell].answer(candidate, outcome)
        try advance()
    }

    /// Closes all cells that are open; what is answered and not decided is surplus.
    public mutating func stop() {
        for index in cells.indices where !cells[index].isClosed {
            changed.insert(index)
            cells[index].close(.stopped)
        }
    }

    /// The decisions since the last call, in the decision order.
    public mutating func takeDecisions() -> [Decision] {
        defer { decisions.removeAll(keepingCapacity: true) }
        return decisions
    }

    private mutating func advance() throws(EtudeError) {
        while !isFinished {
            if cursor == cells.count {
                guard draws.hasWaves else { return }
                beginWave()
            }
            guard try decideCell() else { return }
            cursor += 1
        }
    }

    /// Decides the cell under the cursor as far as answers reach.
    ///
    /// - Returns: whether the cursor may move on: the cell is closed, or its part of the wave is decided.
    private mutating func decideCell() throws(EtudeError) -> Bool {
        let index = cursor
        changed.insert(index)
        while !cells[index].isClosed {
            fillWithRequests(index)
            if let answered = cells[index].popAnswered() {
                try decide(answered, in: index)
            } else if cells[index].isSettled {
                if draws.hasWaves {
                    giveUpIfHopeless(index)
                    return true
                }
                guard !drawPosition(index) else { return false }
                cells[index].close(.exhausted)
            } else {
                return false
            }
        }
        return true
    }

    private mutating func decide(_ answered: OpenPosition.Answered, in index: Int) throws(EtudeError) {
        var kept = false
        switch answered.outcome {
        case .accepted(let draft, let verdict, let meaning):
            kept = try accept(answered.candidate, draft, verdict, meaning, in: index)
        case .request:
            kept = try accept(answered.candidate, nil, nil, nil, in: index)
        case .rejected(let reason, let detail, let draft, let verdict):
            enter(
                Decision(
                    candidate: answered.candidate,
                    disposition: .rejected(reason, detail: detail, draft: draft, verdict: verdict, match: nil)
                ),
                in: index
            )
        case .failed(let kind):
            enter(Decision(candidate: answered.candidate, disposition: .failed(kind)), in: index)
        }
        guard cells[index].settleFirst(kept: kept) else { return }
        if cells[index].missing == 0 {
            cells[index].close(.complete)
        } else if !draws.hasWaves {
            giveUpIfHopeless(index)
        }
    }

    private mutating func accept(
        _ candidate: Candidate,
        _ draft: Draft?,
        _ verdict: Verdict?,
        _ meaning: UnitVector?,
        in index: Int
    ) throws(EtudeError) -> Bool {
        switch try acceptor.accept(candidate, draft: draft, verdict: verdict, meaning: meaning) {
        case .keep(let row):
            enter(Decision(candidate: candidate, disposition: .row(row)), in: index)
            draws.kept(candidate.combination, cell: index)
            return true
        case .refuse(let reason, let detail, let match):
            enter(
                Decision(
                    candidate: candidate,
                    disposition: .rejected(reason, detail: detail, draft: draft, verdict: verdict, match: match)
                ),
                in: index
            )
            cells[index].retryFirst()
            return false
        }
    }

    private mutating func enter(_ decision: Decision, in index: Int) {
        cells[index].books.enter(decision.disposition)
        decisions.append(decision)
    }

    /// Opens the next position of a cell, if one may be.
    private mutating func drawPosition(_ index: Int) -> Bool {
        guard cells[index].hasRoom else { return false }
        changed.insert(index)
        guard let drawn = draws.next(cell: index) else {
            cells[index].isDry = true
            return false
        }
        cells[index].open(OpenPosition(drawn, attempts: attempts))
        return true
    }

    /// Requests without texts need no fetching: they are answered as they are drawn.
    private mutating func fillWithRequests(_ index: Int) {
        guard isRequest[index] else { return }
        if !draws.hasWaves {
            while drawPosition(index) {}
        }
        while let candidate = cells[index].takeReady() { cells[index].answer(candidate, .request) }
    }

    private mutating func beginWave() {
        cursor = 0
        changed.formUnion(cells.indices)
        var asks: [Int: Int] = [:]
        for (index, cell) in cells.enumerated() where !cell.isClosed {
            asks[index] = min(cell.missing, cell.positions - cell.drawn)
        }
        let wave = draws.wave(asks: asks)
        for index in asks.keys.sorted() {
            let drawn = wave[index] ?? []
            if drawn.isEmpty { cells[index].close(.exhausted) }
            for position in drawn { cells[index].open(OpenPosition(position, attempts: attempts)) }
        }
    }

    /// Closes a cell whose remaining positions cannot bring the rows that are missing.
    private mutating func giveUpIfHopeless(_ index: Int) {
        let (decided, accepted) = (cells[index].decided, cells[index].books.accepted)
        guard !cells[index].isClosed, decided >= Self.positionsBeforeGivingUp else { return }
        let left = Double(cells[index].positions - decided)
        let missing = Double(cells[index].missing)
        let confidence = 0.999
        // The bound lies above the share itself, so most cells are settled without computing it.
        guard Double(accepted) / Double(decided) * left < missing,
            ClopperPearson.mayLieBelow(
                missing / left,
                successes: accepted,
                trials: decided,
                confidence: confidence
            )
        else { return }
        let bound = ClopperPearson.upperBound(successes: accepted, trials: decided, confidence: confidence)
        if bound * left < missing { cells[index].close(.hopeless) }
    }
}
