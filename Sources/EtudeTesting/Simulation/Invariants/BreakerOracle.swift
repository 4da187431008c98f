/// Follows the outcomes of one server, to check that a failing server is left alone.
struct BreakerOracle {
    private enum State: Equatable {
        case closed
        case open(until: Duration)
        case probing(Int)
    }

    private var state = State.closed
    private var outcomes: [Bool] = []
    private var openings = 0
    /// The requests that count: those sent since the state last changed.
    private var counted: Set<Int> = []

    /// Whether a request may go out now.
    mutating func send(_ number: Int, at now: Duration) -> Bool {
        switch state {
        case .closed:
            counted.insert(number)
            return true
        case .open(let until):
            (state, counted) = (.probing(number), [number])
            return now >= until
        case .probing: return false
        }
    }

    mutating func end(_ number: Int, isFault: Bool, at now: Duration) {
        guard counted.remove(number) != nil else { return }
        if case .probing = state {
            if isFault { open(at: now) } else { (state, outcomes, openings) = (.closed, [], 0) }
            return
        }
        outcomes.append(isFault)
        let judged = outcomes.suffix(40)
        if judged.count >= 20, judged.count(where: \.self) * 2 > judged.count { open(at: now) }
    }

    private mutating func open(at now: Duration) {
        var seconds = 5
        for _ in 0..<openings where seconds < 300 { seconds = min(300, 2 * seconds) }
        (state, counted, openings) = (.open(until: now + .seconds(seconds)), [], openings + 1)
    }
}
