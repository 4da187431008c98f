/// Spans of time as Go writes them, such as `1h2m3s`, `6m0s`, `1.5s` or `12ms`.
enum TimeSpan {
    private static let units: [String: Double] = [
        "h": 3600, "m": 60, "s": 1, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9,
    ]

    /// The seconds of a span; nil for any other text, and for a number without a unit.
    static func seconds(of text: String) -> Double? {
        guard !text.isEmpty else { return nil }
        var total = 0.0
        var rest = text[...]
        while !rest.isEmpty {
            let number = rest.prefix { $0.isNumber || $0 == "." }
            let unit = rest[number.endIndex...].prefix { !$0.isNumber && $0 != "." }
            guard let count = Double(number), let size = units[String(unit)] else { return nil }
            total += count * size
            rest = rest[unit.endIndex...]
        }
        return total
    }
}
