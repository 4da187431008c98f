/// Agreement of a fixed number of raters beyond chance, the chance being that of all raters together (Fleiss 1971).
public enum FleissKappa: Sendable {
    /// Kappa.
    ///
    /// - Parameter table: the ratings; items that not every rater rated are left out.
    /// - Returns: at most 1; nil for a single rater, for no items, and where one category was given throughout.
    public static func of(_ table: RatingTable) -> Double? {
        let raters = table.raters
        let items = table.items(withRatings: raters)
        guard raters > 1, items > 0 else { return nil }
        let ratings = items * raters
        let squares = table.totals(withRatings: raters).map { $0 * $0 }.reduce(0, +)
        guard squares < ratings * ratings else { return nil }
        let observed = Double(table.agreeingPairs(withRatings: raters)) / Double(ratings * (raters - 1))
        let byChance = Double(squares) / Double(ratings * ratings)
        return (observed - byChance) / (1 - byChance)
    }
}
