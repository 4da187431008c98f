/// Agreement of any number of raters beyond chance where ratings may be missing (Krippendorff 1970), for categories without
/// order.
public enum KrippendorffAlpha: Sendable {
    /// Alpha.
    ///
    /// - Parameter table: the ratings; items with fewer than two are left out.
    /// - Returns: at most 1; nil where no item has two ratings, and where one category was given throughout.
    public static func of(_ table: RatingTable) -> Double? {
        guard table.raters > 1 else { return nil }
        let counts = 2...table.raters
        let values = counts.map { $0 * table.items(withRatings: $0) }.reduce(0, +)
        var totals = Array(repeating: 0, count: table.categories)
        for count in counts {
            for (category, total) in table.totals(withRatings: count).enumerated() { totals[category] += total }
        }
        let byChance = values * (values - 1) - totals.map { $0 * ($0 - 1) }.reduce(0, +)
        guard byChance > 0 else { return nil }
        // Pairs of an item that disagree, an item's ratings weighing as many as they are.
        let observed = counts.map { count in
            let pairs = table.items(withRatings: count) * count * (count - 1)
            return Double(pairs - table.agreeingPairs(withRatings: count)) / Double(count - 1)
        }.reduce(0, +)
        return 1 - Double(values - 1) * observed / Double(byChance)
    }
}
