/// Divides the positions of a space among its cells.
enum Blocks {
    /// The positions that hold so many eligible ones, in expectation or almost surely.
    ///
    /// - Parameters:
    ///   - eligible: the eligible positions wanted.
    ///   - capacity: how many there are in the space.
    ///   - size: the size of the space.
    ///   - deviations: how many standard deviations (at most) are added, as eligible positions stand at random.
    /// - Returns: the number of positions; at most `size` where not all are eligible.
    static func positions(
        forEligible eligible: Int,
        capacity: UInt128,
        size: UInt128,
        deviations: Double
    ) -> UInt128 {
        guard capacity < size else { return UInt128(eligible) }
        let wanted = UInt128(eligible) + UInt128((deviations * Double(eligible).squareRoot()).rounded(.up))
        guard wanted < capacity else { return size }
        return scale(wanted, by: size, over: capacity, rounding: capacity - 1)
    }

    /// Shares a total in proportion to weights, by largest remainder; equal remainders go to the first.
    static func shares(of total: UInt128, weights: [UInt128]) -> [UInt128] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights }
        var shares: [UInt128] = []
        var remainders: [(remainder: UInt128, index: Int)] = []
        for (index, weight) in weights.enumerated() {
            let (quotient, remainder) = sum.dividingFullWidth(total.multipliedFullWidth(by: weight))
            shares.append(quotient)
            remainders.append((remainder, index))
        }
        let missing = Int(total - shares.reduce(0, +))
        remainders.sort { $0.remainder == $1.remainder ? $0.index < $1.index : $0.remainder > $1.remainder }
        for entry in remainders.prefix(missing) { shares[entry.index] += 1 }
        return shares
    }

    private static func scale(_ value: UInt128, by factor: UInt128, over divisor: UInt128, rounding: UInt128) -> UInt128
    {
        var product = value.multipliedFullWidth(by: factor)
        let (low, overflow) = product.low.addingReportingOverflow(rounding)
        product = (overflow ? product.high + 1 : product.high, low)
        return divisor.dividingFullWidth(product).quotient
    }
}
