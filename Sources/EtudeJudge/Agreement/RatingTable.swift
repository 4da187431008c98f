public import EtudeCore

/// What raters said of items, in categories without order: the counts from which every measure of agreement follows.
///
/// Sums are kept and no items, so a table is small whatever it counts, and tables of the same shape add up.
public struct RatingTable: Sendable, Hashable {
    /// How many raters there are; of an item some may be silent.
    public let raters: Int
    /// How many categories there are.
    public let categories: Int
    /// For each number of ratings an item may have: items, agreeing ordered pairs, ratings of each category; then, for two
    /// raters, how often the first gave one category and the second another.
    private var sums: [Int]

    /// An empty table.
    ///
    /// - Parameters:
    ///   - raters: how many raters there are.
    ///   - categories: how many categories there are; ratings are numbers from 0.
    public init(raters: Int, categories: Int) {
        precondition(raters > 0 && categories > 0, "A table has raters and categories.")
        self.raters = raters
        self.categories = categories
        let crossed = raters == 2 ? categories * categories : 0
        sums = Array(repeating: 0, count: (raters + 1) * (2 + categories) + crossed)
    }

    /// A table of pass and fail: each item with the mark of each rater, unknown being no rating.
    ///
    /// - Parameters:
    ///   - raters: how many raters there are.
    ///   - items: each item's marks in the order of the raters; what is not there is no rating.
    public init(raters: Int, items: [[Mark.Outcome]]) {
        self.init(raters: raters, categories: 2)
        for item in items { add(item.map(Self.rating)) }
    }

    /// Counts an item.
    ///
    /// - Parameter ratings: the category that each rater gave, in the order of the raters, nil where one gave none; raters
    ///   beyond the end gave none.
    public mutating func add(_ ratings: [Int?]) {
        precondition(ratings.count <= raters, "An item has at most one rating of each rater.")
        var given = Array(repeating: 0, count: categories)
        for case let category? in ratings { given[category] += 1 }
        let start = self.start(of: given.reduce(0, +))
        sums[start] += 1
        for (category, count) in given.enumerated() {
            sums[start + 1] += count * (count - 1)
            sums[start + 2 + category] += count
        }
        if raters == 2, ratings.count == 2, let first = ratings[0], let second = ratings[1] {
            sums[crossedStart + first * categories + second] += 1
        }
    }

    /// Adds a table of the same shape.
    ///
    /// - Parameters:
    ///   - other: the table.
    ///   - times: how often it is added.
    public mutating func add(_ other: RatingTable, times: Int = 1) {
        precondition(raters == other.raters && categories == other.categories, "Only tables of one shape add up.")
        for index in sums.indices { sums[index] += times * other.sums[index] }
    }

    /// How many items have so many ratings.
    public func items(withRatings count: Int) -> Int { sums[start(of: count)] }

    /// How many items have two ratings or more, so that somebody could agree.
    public var pairedItems: Int { raters < 2 ? 0 : (2...raters).map { items(withRatings: $0) }.reduce(0, +) }

    /// Of the items with so many ratings: the ordered pairs of ratings that agree.
    func agreeingPairs(withRatings count: Int) -> Int { sums[start(of: count) + 1] }

    /// Of the items with so many ratings: the ratings of each category.
    func totals(withRatings count: Int) -> ArraySlice<Int> {
        let start = start(of: count) + 2
        return sums[start..<start + categories]
    }

    /// Of a table of two raters: the items to which the first gave one category and the second another.
    public func crossed(_ first: Int, _ second: Int) -> Int {
        precondition(raters == 2, "Ratings are crossed for two raters only.")
        return sums[crossedStart + first * categories + second]
    }

    /// The rating of a mark: 1 for pass, 0 for fail, none for unknown.
    public static func rating(of outcome: Mark.Outcome) -> Int? {
        switch outcome {
        case .pass: 1
        case .fail: 0
        case .unknown: nil
        }
    }

    private func start(of ratings: Int) -> Int { ratings * (2 + categories) }

    private var crossedStart: Int { start(of: raters + 1) }
}
