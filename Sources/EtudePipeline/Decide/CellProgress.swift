import EtudeCore
import EtudePublish
import EtudeSample

/// How far a cell is: what is open, what is decided, and whether it is closed.
struct CellProgress {
    /// Why a cell is closed.
    enum Closing: String {
        /// It has its rows.
        case complete
        /// Its positions are used up.
        case exhausted
        /// What is left of its positions cannot bring the rows.
        case hopeless
        /// The budget or the deadline stopped the refresh.
        case stopped
    }

    let cell: Cell
    /// The most positions that may be drawn.
    let positions: Int
    /// How many positions that may yet become rows may be open for each missing row.
    let ahead: Int
    var books: CellBooks
    var drawn = 0
    /// The places in the space of the positions that are decided.
    private(set) var decidedPlaces: [UInt128] = []
    var closing: Closing?
    /// Whether the sampler has no further position.
    var isDry = false

    /// Undecided positions in order; those before `head` are decided.
    private var queue: [OpenPosition] = []
    private var head = 0
    /// Queue indexes of positions whose current attempt is to be fetched, in order; those before `readyHead` are taken.
    private var ready: [Int] = []
    private var readyHead = 0
    /// The queue index of each open position by its number in the cell.
    private var indexes: [Int: Int] = [:]
    /// Undecided positions that may yet become rows.
    private var live = 0

    init(cell: Cell, positions: Int, ahead: Int) {
        self.cell = cell
        self.positions = positions
        self.ahead = ahead
        books = CellBooks(split: cell.split, k: cell.k)
        // A refresh may ask nothing of a cell.
        if cell.rows == 0 { closing = .complete }
    }

    /// How many positions are decided.
    var decided: Int { decidedPlaces.count }

    var isClosed: Bool { closing != nil }

    /// How many rows are missing.
    var missing: Int { cell.rows - books.accepted }

    /// Whether another position may be opened: never more that may become rows than rows are missing, but for ``ahead``.
    var hasRoom: Bool { !isClosed && !isDry && drawn < positions && live < missing * ahead }

    /// Whether every drawn position is decided.
    var isSettled: Bool { head == queue.count }

    /// The position to be decided next.
    var first: OpenPosition? { head < queue.count ? queue[head] : nil }

    mutating func open(_ position: OpenPosition) {
        indexes[position.drawn.position] = queue.count
        ready.append(queue.count)
        queue.append(position)
        drawn += 1
        live += 1
    }

    /// The next attempt to be fetched, in order of position.
    mutating func takeReady() -> Candidate? {
        guard !isClosed, readyHead < ready.count else { return nil }
        defer { readyHead += 1 }
        return queue[ready[readyHead]].current
    }

    /// Takes an outcome; when it cannot become a row the position's next attempt becomes ready.
    mutating func answer(_ candidate: Candidate, _ outcome: CandidateOutcome) {
        books.candidates += 1
        guard !isClosed, let index = indexes[candidate.position] else {
            books.surplus += 1
            return
        }
        queue[index].answer(candidate, outcome)
        guard !outcome.mayBecomeRow else { return }
        retry(index)
    }

    /// Takes the first answered attempt of the first position out, to be decided.
    mutating func popAnswered() -> OpenPosition.Answered? {
        guard head < queue.count else { return nil }
        return queue[head].popAnswered()
    }

    /// After the acceptor refused the first position's draft: its next attempt follows.
    mutating func retryFirst() { retry(head) }

    /// Marks the first position as decided, if nothing of it is left to decide.
    mutating func settleFirst(kept: Bool) -> Bool {
        guard head < queue.count, kept || (queue[head].isDead && queue[head].answered.isEmpty) else { return false }
        if kept { live -= 1 }
        indexes[queue[head].drawn.position] = nil
        decidedPlaces.append(queue[head].drawn.place)
        head += 1
        compact()
        return true
    }

    /// Closes the cell; answers of open positions become surplus.
    mutating func close(_ reason: Closing) {
        closing = reason
        for position in queue[head...] { books.surplus += position.answered.count }
        queue = []
        ready = []
        readyHead = 0
        indexes = [:]
        head = 0
        live = 0
    }

    private mutating func retry(_ index: Int) {
        if queue[index].beginNextAttempt() {
            makeReady(index)
        } else if queue[index].isDead {
            live -= 1
        }
    }

    /// Puts a position's next attempt where its turn is: mostly before all others, since later positions were opened later.
    private mutating func makeReady(_ index: Int) {
        let place = ready[readyHead...].firstIndex { $0 > index } ?? ready.count
        if place == readyHead, readyHead > 0 {
            readyHead -= 1
            ready[readyHead] = index
        } else {
            ready.insert(index, at: place)
        }
    }

    /// Drops decided positions once they are many, so that memory does not grow with the run.
    private mutating func compact() {
        guard head >= 1_024, head * 2 > queue.count else { return }
        let dropped = head
        queue.removeFirst(dropped)
        head = 0
        ready = ready[readyHead...].map { $0 - dropped }
        readyHead = 0
        indexes = indexes.mapValues { $0 - dropped }
    }
}
