/// Moments as RFC 3339 writes them, such as `2026-11-20T08:49:37Z` or `2026-11-20T09:49:37.5+01:00`.
enum Timestamp {
    /// The seconds since 1970 of a moment; nil for any other text.
    static func seconds(of text: String) -> Double? {
        guard let separator = text.firstIndex(where: { "Tt ".contains($0) }) else { return nil }
        let date = text[..<separator].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        let time = text[separator...].dropFirst()
        guard let end = time.firstIndex(where: { "Zz+-".contains($0) }), let offset = offset(time[end...]) else {
            return nil
        }
        let clock = time[..<end].split(separator: ":", omittingEmptySubsequences: false)
        guard date.count == 3, clock.count == 3, let second = Double(clock[2]), second.isFinite, second < 61,
            let year = date[0], let month = date[1], let day = date[2], let hour = Int(clock[0]),
            let minute = Int(clock[1]),
            let whole = CalendarDate(year: year, month: month, day: day)?.seconds(hour, minute, Int(second))
        else { return nil }
        return Double(whole - offset) + second.truncatingRemainder(dividingBy: 1)
    }

    /// The seconds east of Greenwich of `Z`, `+hh:mm` or `-hh:mm`.
    private static func offset(_ text: Substring) -> Int? {
        guard text.lowercased() != "z" else { return 0 }
        let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else { return nil }
        return (parts[0] * 3600 + parts[1] * 60) * (text.hasPrefix("-") ? -1 : 1)
    }
}
