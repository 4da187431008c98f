import EtudeCore

/// Sets of positions as ascending ranges that do not touch.
enum Positions {
    /// What of some ranges is not in others; both ascending.
    static func difference(_ ranges: [Range<UInt128>], _ others: [Range<UInt128>]) -> [Range<UInt128>] {
        var left: [Range<UInt128>] = []
        var first = 0
        for range in ranges {
            var start = range.lowerBound
            while first < others.count, others[first].upperBound <= start { first += 1 }
            var index = first
            while index < others.count, others[index].lowerBound < range.upperBound {
                if start < others[index].lowerBound { left.append(start..<others[index].lowerBound) }
                start = max(start, others[index].upperBound)
                index += 1
            }
            if start < range.upperBound { left.append(start..<range.upperBound) }
        }
        return left
    }

    /// All positions of some ranges, joined where they touch.
    static func union(_ ranges: [Range<UInt128>]) -> [Range<UInt128>] {
        var joined: [Range<UInt128>] = []
        for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// Whether ascending ranges hold a position.
    static func contains(_ position: UInt128, in ranges: [Range<UInt128>]) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(position)
    }

    /// How many positions some ranges hold.
    static func count(_ ranges: [Range<UInt128>]) -> UInt128 {
        ranges.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
    }

    /// The ranges as texts such as `12-40`, the upper bound not among them.
    static func json(_ ranges: [Range<UInt128>]) -> JSONValue {
        .array(ranges.map { .string("\($0.lowerBound)-\($0.upperBound)") })
    }

    /// Reads what ``json(_:)`` makes.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a text that is no range, or for ranges that do not ascend.
    static func ranges(_ texts: [String]) throws(EtudeError) -> [Range<UInt128>] {
        var ranges: [Range<UInt128>] = []
        for text in texts {
            let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map { UInt128($0) }
            guard bounds.count == 2, let lower = bounds[0], let upper = bounds[1], lower < upper,
                ranges.last.map({ $0.upperBound <= lower }) ?? true
            else {
                throw EtudeError(.data, "\"\(text)\" is no range of positions that follows those before it.")
            }
            ranges.append(lower..<upper)
        }
        return ranges
    }
}
