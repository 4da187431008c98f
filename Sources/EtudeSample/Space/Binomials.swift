/// Binomial coefficients C(n, i) up to a given n and i, by Pascal's rule.
///
/// A coefficient that does not fit saturates at the largest number, which keeps comparisons right.
struct Binomials: Sendable, Hashable {
    private let columns: [[UInt128]]

    init(upTo count: Int, k: Int) {
        var columns = [[UInt128](repeating: 1, count: count + 1)]
        for _ in 0..<k {
            var column: [UInt128] = [0]
            column.reserveCapacity(count + 1)
            for below in columns[columns.count - 1].prefix(count) {
                let (sum, overflow) = column[column.count - 1].addingReportingOverflow(below)
                column.append(overflow ? .max : sum)
            }
            columns.append(column)
        }
        self.columns = columns
    }

    /// C(n, i).
    subscript(count: Int, i: Int) -> UInt128 { columns[i][count] }

    /// The largest n below a bound with C(n, i) at most `rank`, by bisection.
    func largest(below bound: Int, choosing i: Int, notAbove rank: UInt128) -> Int {
        let column = columns[i]
        var low = 0
        var high = bound
        while high - low > 1 {
            let middle = (low + high) / 2
            if column[middle] <= rank { low = middle } else { high = middle }
        }
        return low
    }
}
