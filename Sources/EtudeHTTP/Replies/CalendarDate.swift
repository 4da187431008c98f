/// A day of the Gregorian calendar, from 1970 on.
struct CalendarDate: Sendable, Hashable {
    /// The days since 1970-01-01.
    let days: Int

    /// A day; nil if year, month or day is out of range.
    init?(year: Int, month: Int, day: Int) {
        guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        // Years are counted from March, so that leap days come last.
        let marchYear = month > 2 ? year : year - 1
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        let daysBeforeMonth = (153 * ((month + 9) % 12) + 2) / 5
        days = marchYear * 365 + leapDays + daysBeforeMonth + day - 719_469
    }

    /// The seconds since 1970 at a time of this day in UTC; nil if the time is out of range.
    func seconds(_ hour: Int, _ minute: Int, _ second: Int) -> Int? {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        return days * 86_400 + hour * 3600 + minute * 60 + second
    }
}
