import EtudeModel

/// What is durable of a simulated run: it outlives every process.
struct MemoryJournal {
    /// What is known of a request.
    struct Entry {
        var isAnswered = false
        var isFailed = false
        var tries: [FailureKind: Int] = [:]
        var firstTry: Duration?

        /// Whether the request is never sent again.
        var isClosed: Bool { isAnswered || isFailed }
    }

    private(set) var entries: [Entry]
    private(set) var spent = Spending()
    private var spentOnDay: [Int: Spending] = [:]

    init(requests: Int) {
        entries = Array(repeating: Entry(), count: requests)
    }

    func spent(on day: Int) -> Spending { spentOnDay[day] ?? Spending() }

    mutating func recordAnswer(to request: Int, _ spending: Spending, day: Int) {
        entries[request].isAnswered = true
        book(spending, day: day)
    }

    /// Records a failed try, and returns all of them.
    mutating func recordTry(
        of request: Int,
        _ kind: FailureKind,
        _ spending: Spending,
        day: Int,
        at now: Duration
    ) -> TryHistory {
        entries[request].tries[kind, default: 0] += 1
        let first = entries[request].firstTry ?? now
        entries[request].firstTry = first
        book(spending, day: day)
        return TryHistory(tries: entries[request].tries, span: now - first)
    }

    mutating func recordFailure(of request: Int) { entries[request].isFailed = true }

    private mutating func book(_ spending: Spending, day: Int) {
        spent = spent + spending
        spentOnDay[day] = spent(on: day) + spending
    }
}
