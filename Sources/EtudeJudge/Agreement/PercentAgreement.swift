/// The share of agreeing pairs of ratings, each item counting once.
public enum PercentAgreement: Sendable {
    /// The share.
    ///
    /// - Parameter table: the ratings; items with fewer than two are left out.
    /// - Returns: from 0 to 1; nil where no item has two ratings.
    public static func of(_ table: RatingTable) -> Double? {
        let items = table.pairedItems
        guard items > 0 else { return nil }
        let shares = (2...table.raters).map { count in
            Double(table.agreeingPairs(withRatings: count)) / Double(count * (count - 1))
        }
        return shares.reduce(0, +) / Double(items)
    }
}
