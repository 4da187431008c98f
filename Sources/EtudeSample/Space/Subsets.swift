/// Subsets of a fixed size, and how many there are.
enum Subsets {
    /// All subsets of a size, each in the order of the elements.
    static func all(of elements: [String], size: Int) -> [[String]] {
        guard size > 0 else { return [[]] }
        return elements.indices.flatMap { first in
            all(of: Array(elements[(first + 1)...]), size: size - 1).map { [elements[first]] + $0 }
        }
    }

    /// The binomial coefficient, or nil where it does not fit.
    static func count(of total: Int, size: Int) -> UInt128? {
        guard size >= 0, size <= total else { return 0 }
        var result: UInt128 = 1
        for step in 0..<min(size, total - size) {
            let (product, overflows) = result.multipliedReportingOverflow(by: UInt128(total - step))
            guard !overflows else { return nil }
            result = product / UInt128(step + 1)
        }
        return result
    }
}
