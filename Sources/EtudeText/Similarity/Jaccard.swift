/// How much two sets have in common (Jaccard 1901).
public enum Jaccard: Sendable {
    /// The size of the intersection over the size of the union, from 0 to 1.
    ///
    /// - Parameters:
    ///   - first: a set as an ascending list without repeats.
    ///   - second: another.
    /// - Returns: the similarity; two empty sets have 1.
    public static func similarity(_ first: [UInt64], _ second: [UInt64]) -> Double {
        guard !(first.isEmpty && second.isEmpty) else { return 1 }
        var (left, right, common) = (0, 0, 0)
        while left < first.count, right < second.count {
            let (one, other) = (first[left], second[right])
            if one == other { common += 1 }
            if one <= other { left += 1 }
            if other <= one { right += 1 }
        }
        return Double(common) / Double(first.count + second.count - common)
    }
}
