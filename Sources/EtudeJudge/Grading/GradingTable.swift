import EtudeCore
import EtudeText

/// Reads rows of a Markdown table, one criterion each.
///
/// The header says in which columns criteria and points stand. Without a header a row must have just one cell after the
/// criterion; with several, any of which may be the points to be had, it is not read.
struct GradingTable {
    /// Where to look in a row.
    private enum Layout {
        case noHeader
        case unreadable
        case columns(criterion: Int, points: Int, count: Int)
    }

    /// The points found so far.
    private(set) var findings: [Finding] = []
    private let matcher: CriterionMatcher
    private var layout = Layout.noHeader

    /// A reader of tables about some criteria.
    init(_ matcher: CriterionMatcher) {
        self.matcher = matcher
    }

    /// Ends the table: what follows is another one.
    mutating func end() {
        layout = .noHeader
    }

    /// Reads the next row.
    mutating func read(_ row: TableRow) {
        guard !row.isRule else { return }
        if let header = Self.header(row) {
            layout = header
            return
        }
        switch layout {
        case .columns(let criterion, let points, let count) where row.cells.count == count:
            guard let criterion = matcher.criterion(named: row.cells[criterion]) else { return }
            findings.append(Finding(criterion: criterion, outcome: PointValue.outcome(of: row.cells[points])))
        case .noHeader:
            guard let index = row.cells.firstIndex(where: { matcher.criterion(named: $0) != nil }),
                let criterion = matcher.criterion(named: row.cells[index])
            else { return }
            let isPlain = row.cells.count == index + 2
            let outcome = isPlain ? PointValue.outcome(of: row.cells[index + 1]) : .unknown
            findings.append(Finding(criterion: criterion, outcome: outcome))
        case .columns, .unreadable:
            for criterion in row.cells.compactMap(matcher.criterion) {
                findings.append(Finding(criterion: criterion, outcome: .unknown))
            }
        }
    }

    /// The layout that a row announces, or nil for a row that is no header.
    private static func header(_ row: TableRow) -> Layout? {
        let titles = row.cells.map { Set(Folding.nameWords($0)) }
        guard let criterion = titles.firstIndex(where: { !$0.isDisjoint(with: ["criteria", "criterion", "기준"]) }),
            titles[criterion].count <= 2
        else { return nil }
        let later = titles.indices.filter { $0 > criterion && titles[$0].isDisjoint(with: offers) }
        let awards = later.filter { !titles[$0].isDisjoint(with: ["earned", "awarded", "received", "획득"]) }
        let points = later.filter { !titles[$0].isDisjoint(with: ["point", "score", "mark", "점수"]) }
        let columns = [awards, points, titles.count == criterion + 2 ? later : []]
        guard let column = columns.first(where: { $0.count == 1 })?.first else { return .unreadable }
        return .columns(criterion: criterion, points: column, count: titles.count)
    }

    /// Words of columns that hold the points to be had, not those given.
    private static let offers: Set<String> = ["possible", "max", "maximum", "available", "total", "weight", "배점"]
}
