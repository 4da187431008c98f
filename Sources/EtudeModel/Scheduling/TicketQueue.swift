/// Tickets in the order in which they came, with removal from anywhere.
struct TicketQueue: Sendable {
    private var tickets: [Int] = []
    private var head = 0
    private var removed: Set<Int> = []

    /// The oldest.
    var first: Int? { head < tickets.count ? tickets[head] : nil }

    mutating func append(_ ticket: Int) { tickets.append(ticket) }

    /// Removes a ticket; one from the middle is only marked, and left out when its turn comes.
    mutating func remove(_ ticket: Int) {
        guard let first else { return }
        if first == ticket {
            head += 1
        } else if ticket > first {
            removed.insert(ticket)
        }
        while let next = self.first, removed.remove(next) != nil { head += 1 }
        guard head > 64, head * 2 > tickets.count else { return }
        tickets.removeFirst(head)
        head = 0
    }
}
