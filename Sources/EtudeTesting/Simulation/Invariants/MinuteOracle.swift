/// Sums what was taken in the last sixty seconds, to check a limit per minute.
struct MinuteOracle {
    let limit: Int
    private var entries: [(time: Duration, amount: Int)] = []
    private var first = 0
    private var sum = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes an amount; returns its number, and whether the window holds more than the limit, of more than one request.
    mutating func take(_ amount: Int, at now: Duration) -> (number: Int, isAbove: Bool) {
        while first < entries.count, now - entries[first].time >= .seconds(60) {
            sum -= entries[first].amount
            first += 1
        }
        entries.append((now, amount))
        sum += amount
        return (entries.count - 1, sum > limit && sum > amount)
    }

    mutating func correct(_ number: Int, to amount: Int) {
        if number >= first { sum += amount - entries[number].amount }
        entries[number].amount = amount
    }
}
