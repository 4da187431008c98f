/// Agreement of two raters beyond what their own shares of each category would give by chance (Cohen 1960).
public enum CohensKappa: Sendable {
    /// Kappa.
    ///
    /// - Parameter table: the ratings of two raters; items that only one rated are left out.
    /// - Returns: from -1 to 1; nil for another number of raters, for no items, and where both gave one category throughout.
    public static func of(_ table: RatingTable) -> Double? {
        guard table.raters == 2 else { return nil }
        let categories = 0..<table.categories
        let items = table.items(withRatings: 2)
        let agreeing = categories.map { table.crossed($0, $0) }.reduce(0, +)
        let byChance = categories.map { category in
            let first = categories.map { table.crossed(category, $0) }.reduce(0, +)
            let second = categories.map { table.crossed($0, category) }.reduce(0, +)
            return first * second
        }.reduce(0, +)
        guard byChance < items * items else { return nil }
        return Double(items * agreeing - byChance) / Double(items * items - byChance)
    }
}
