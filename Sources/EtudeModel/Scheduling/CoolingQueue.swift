/// Tickets that may be sent again from a time on, the earliest first.
struct CoolingQueue: Sendable {
    private struct Entry: Sendable {
        let ticket: Int
        let time: Duration
        let isRetry: Bool
    }

    /// Sorted by time; it is short, at most as many as there are candidates at work.
    private var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }

    mutating func insert(_ ticket: Int, at time: Duration, isRetry: Bool) {
        let index = entries.firstIndex { $0.time > time } ?? entries.endIndex
        entries.insert(Entry(ticket: ticket, time: time, isRetry: isRetry), at: index)
    }

    mutating func remove(_ ticket: Int) {
        guard !entries.isEmpty, let index = entries.firstIndex(where: { $0.ticket == ticket }) else { return }
        entries.remove(at: index)
    }

    /// The earliest that is allowed.
    func first(where isAllowed: (_ ticket: Int, _ isRetry: Bool) -> Bool) -> (ticket: Int, time: Duration)? {
        entries.first { isAllowed($0.ticket, $0.isRetry) }.map { ($0.ticket, $0.time) }
    }
}
