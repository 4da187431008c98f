/// What happens next on a virtual clock: events by time, those of one time in the order in which they were added.
public struct EventHeap<Event: Sendable>: Sendable {
    private struct Entry: Sendable {
        let time: Duration
        let number: Int
        let event: Event

        func isBefore(_ other: Entry) -> Bool { time == other.time ? number < other.number : time < other.time }
    }

    private var entries: [Entry] = []
    private var added = 0

    /// A heap without events.
    public init() {}

    /// Adds an event.
    public mutating func add(_ event: Event, at time: Duration) {
        entries.append(Entry(time: time, number: added, event: event))
        added += 1
        var child = entries.count - 1
        while child > 0, entries[child].isBefore(entries[(child - 1) / 2]) {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes the next event; nil if there is none.
    public mutating func next() -> (time: Duration, event: Event)? {
        guard let top = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return (top.time, top.event) }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child].isBefore(entries[least]) {
                least = child
            }
            guard least != parent else { return (top.time, top.event) }
            entries.swapAt(parent, least)
            parent = least
        }
    }
}
